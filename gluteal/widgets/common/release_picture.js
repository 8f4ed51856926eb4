// The point in section, schematic: skin, fat, muscle with a tender spot in a taut band, and a thumb that sinks in.

const RELEASE_SIZE = { width: 320, height: 216, middle: 160 };
const RELEASE_LAYERS = { skin: [64, 1, 40], fat: [74, 0.96, 42], muscle: [106, 0.74, 52], band: [124, 0.6, 58] };
const RELEASE_FIBRES = [112, 118, 134, 142, 150, 159, 168, 177, 187, 197, 207], RELEASE_LOBULES = [14, 40, 68, 96, 124, 152, 180, 208, 238, 268, 298];
const RELEASE_WORDS = [["skin", 58], ["fat", 94], ["muscle", 202]];

function releasePicture() {
  const { width, height, middle } = RELEASE_SIZE, id = uid();
  const part = (cls, fill) => releaseSvg("path", { class: `pr-${cls}`, ...(fill ? { style: `fill:url(#${id}-${fill})` } : {}) });
  const shade = (name, stops, box = { x1: 0, x2: 0, y1: 0, y2: 1 }) => releaseSvg("linearGradient", { id: `${id}-${name}`, ...box }, ...stops.map(([offset, cls]) => releaseSvg("stop", { offset, class: `pr-stop-${cls}` })));
  const shades = releaseSvg("defs", {}, shade("skin", [[0, "skin"], [0.5, "skin-deep"]]), shade("fat", [[0, "fat"], [0.5, "fat-deep"]]), shade("muscle", [[0, "muscle"], [1, "muscle-deep"]]), shade("thumb", [[0, "thumb-dark"], [0.35, "thumb"], [1, "thumb-dark"]], { x1: 0, x2: 1, y1: 0, y2: 0 }));
  const skin = part("skin", "skin"), fat = part("fat", "fat"), muscle = part("muscle", "muscle"), band = part("band"), fascia = part("fascia");
  const fibres = RELEASE_FIBRES.map(() => part("fibre")), lobules = RELEASE_LOBULES.map(() => part("lobule"));
  const spot = releaseSvg("ellipse", { class: "pr-spot", cx: middle }), thumb = part("thumb", "thumb"), nail = part("nail"), creases = part("crease");
  const words = RELEASE_WORDS.map(([word, y]) => Object.assign(releaseSvg("text", { x: 8, y, class: "pr-part" }), { textContent: word }));
  const said = releaseSvg("text", { x: width - 8, y: 202, class: "pr-part", "text-anchor": "end" });
  said.textContent = "tender spot in a taut band";
  const el = releaseSvg("svg", { viewBox: `0 0 ${width} ${height}`, class: "pr-picture", "aria-hidden": "true" }, shades, skin, fat, ...lobules, muscle, ...fibres, band, fascia, spot, thumb, nail, creases, ...words, said);

  // How far a level at height y is pushed down at x: deepest in the middle, less and wider the deeper it lies.
  const sunk = (x, share, reach, now) => now.deep * share * Math.exp(-(((x - middle) / reach) ** 2)) - 5 * now.guarding * share * Math.exp(-(((Math.abs(x - middle) - 88) / 46) ** 2));
  const level = (y, share, reach, now) => Array.from({ length: 33 }, (_, i) => `${i ? "L" : "M"}${i * 10} ${(y + sunk(i * 10, share, reach, now)).toFixed(1)}`).join("");
  const fading = (y) => { const share = Math.max(0.08, 0.74 - (y - 106) * 0.0066); return [y, share, 52 + (y - 106) * 0.45]; };

  function show(force, most, yielding, guarding) {
    const now = { deep: (force / most) * (30 + 26 * yielding) * (1 - 0.5 * guarding), guarding };
    for (const [path, name] of [[skin, "skin"], [fat, "fat"], [muscle, "muscle"]]) path.setAttribute("d", `${level(...RELEASE_LAYERS[name], now)}V${height}H0Z`);
    fascia.setAttribute("d", level(...RELEASE_LAYERS.muscle, now));
    band.setAttribute("d", level(...RELEASE_LAYERS.band, now));
    fibres.forEach((fibre, i) => fibre.setAttribute("d", level(...fading(RELEASE_FIBRES[i]), now)));
    lobules.forEach((lobule, i) => lobule.setAttribute("d", releaseLobule(RELEASE_LOBULES[i], i, (x, y) => y + sunk(x, 0.96 - (y - 74) * 0.007, 42 + (y - 74) * 0.3, now))));
    spot.setAttribute("cy", 124 + sunk(middle, 0.6, 58, now));
    spot.setAttribute("rx", 25 + 10 * yielding);
    spot.setAttribute("ry", 10.5 - 4.5 * yielding + 2.5 * guarding);
    band.style.strokeWidth = 9 - 4 * yielding + 4 * guarding;
    releaseThumb(thumb, nail, creases, 63 + now.deep - (force > 0.05 ? 0 : 9));
  }

  return { el, show };
}

// A wall between two lobules of fat, slanting one way and then the other.
function releaseLobule(x, i, sunk) {
  const lean = i % 2 ? 9 : -7, at = (dx, y) => `${(x + dx).toFixed(1)} ${sunk(x + dx, y).toFixed(1)}`;
  return `M${at(0, 75)}Q${at(lean, 84)} ${at(lean * 0.5, 92)}T${at(lean * 0.2, 105)}`;
}

function releaseThumb(thumb, nail, creases, tip) {
  const m = RELEASE_SIZE.middle;
  thumb.setAttribute("d", `M${m - 31} -90L${m - 27} ${tip - 40}C${m - 28} ${tip - 14} ${m - 17} ${tip} ${m} ${tip}S${m + 28} ${tip - 14} ${m + 27} ${tip - 40}L${m + 31} -90Z`);
  nail.setAttribute("d", `M${m - 16} ${tip - 36}C${m - 17} ${tip - 16} ${m - 10} ${tip - 9} ${m} ${tip - 9}S${m + 17} ${tip - 16} ${m + 16} ${tip - 36}C${m + 8} ${tip - 42} ${m - 8} ${tip - 42} ${m - 16} ${tip - 36}Z`);
  creases.setAttribute("d", [-66, -72, -79].map((y, i) => `M${m - 19 + i} ${tip + y}Q${m} ${tip + y + 5} ${m + 19 - i} ${tip + y}`).join(""));
}
