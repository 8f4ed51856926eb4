// The patch as the learner sees it: skin, or the fibres under it; the finger and its dent; marks; what was hidden.
// All in millimetres; the picture of the fibres is turned to the direction of the trial.

const PALP_GRID = { columns: "ABCDEF", rows: "1234" };

function palpStage(pack) {
  const mark = uid();
  const { "patch-width": width, "patch-height": height } = pack.limits;
  const layer = (name, props = {}) => svgNode("g", { class: `pt-${name}`, ...props });
  const parts = Object.fromEntries(["fibres", "band", "nodule", "skin", "light", "dots", "dent", "twitch", "hidden", "mark", "finger"].map((name) => [name, layer(name)]));
  const turned = layer("turned");
  turned.append(parts.fibres, parts.band, parts.nodule);
  const overTurned = layer("over-turned");
  overTurned.append(parts.twitch);
  const defs = svgNode("defs");
  const clipped = { "clip-path": `url(#patch-${mark})` };
  const sheetOf = (name, ...kids) => svgNode("svg", { class: `pt-svg pt-${name}`, viewBox: `0 0 ${width} ${height}`, fill: "none", "stroke-linecap": "round", "aria-hidden": "true" }, ...kids);
  // Two sheets: the browser keeps the still one as a picture and draws only the other one anew when the finger moves.
  const base = sheetOf("base", defs, svgNode("g", clipped, turned, parts.skin, parts.light), palpLetters(width, height), palpRuler(width, height));
  const over = sheetOf("over", svgNode("g", clipped, parts.dots, overTurned, parts.dent, parts.hidden, parts.mark, parts.finger));
  const el = h("div", { class: "pt-stage" }, base, over);
  let drawn = "";
  let trial = null;

  const fill = (node, text) => {
    const own = text.replace(/\bid="([^"]+)"/g, `id="$1-${mark}"`).replace(/(url\(#|href="#)([^)"]+)/g, `$1$2-${mark}`);
    const read = new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${own}</svg>`, "image/svg+xml").documentElement;
    if (read.querySelector("parsererror")) throw new Error("The drawing of the patch is damaged.");
    node.replaceChildren(...[...read.childNodes].map((one) => document.importNode(one, true)));
  };

  function paint(muscle) {
    if (drawn === muscle.id) return;
    drawn = muscle.id;
    const tinted = (name) => pack.art[name].replace(/@(\d+)@/g, (_, number) => muscle.palette[number]);
    for (const name of ["fibres", "band", "nodule", "skin"]) fill(parts[name], tinted(name));
    fill(parts.finger, `${tinted("finger")}<g class="pt-nail">${tinted("nail")}</g>`);
    fill(defs, tinted("defs"));
    defs.append(...palpDefs(mark, width, height));
    parts.light.replaceChildren(svgNode("rect", { width, height, fill: `url(#light-${mark})` }));
    parts.dent.replaceChildren(svgNode("circle", { r: 17, fill: `url(#dent-${mark})` }));
  }

  const sheet = (own) => `translate(${width / 2} ${height / 2}) rotate(${own.angle}) scale(1 ${own.bend < 0 ? -1 : 1})`;

  function lay(own) {
    trial = own;
    const side = own.bend < 0 ? -1 : 1;
    for (const node of [turned, overTurned]) node.setAttribute("transform", sheet(own));
    const bow = Math.abs(own.bend);
    const across = own.bandAt * side;
    parts.band.setAttribute("transform", `translate(0 ${across}) scale(1 ${own.bandWidth / pack.limits["band-drawn"]})`);
    parts.band.style.display = own.hasBand ? "" : "none";
    parts.nodule.style.display = own.hasTriggerPoint ? "" : "none";
    const { u } = own.fibre(...own.spot);
    const tilt = (Math.atan((2 * bow * u) / FIBRE_REACH_MM ** 2) * 180) / Math.PI;
    parts.nodule.setAttribute("transform", `translate(${u} ${across + bow * (u / FIBRE_REACH_MM) ** 2}) rotate(${tilt}) scale(1 ${Math.max(0.8, own.bandWidth / 7.5)})`);
    parts.twitch.replaceChildren();
    parts.dots.replaceChildren();
  }

  function show({ through, hidden, done, mark: at, off }) {
    el.classList.toggle("pt-done", Boolean(done));
    el.classList.toggle("pt-through", through);
    parts.hidden.replaceChildren(...(hidden && trial.hasSpot ? palpHidden(trial, at, off) : []));
    parts.mark.replaceChildren(...(at ? [palpCross(at)] : []));
  }

  // The finger: on the skin or above it, with its shadow, its dent and the nail that turns pale.
  function finger({ x, y, down, force }, depth) {
    const most = pack.limits["force-most"];
    const lift = down ? 0 : 1;
    parts.finger.setAttribute("transform", `translate(${x + 1.6 * lift} ${y + 2 * lift}) rotate(-38) scale(${1 + 0.05 * lift})`);
    parts.finger.querySelector(".pt-nail").style.opacity = down ? within(force / (0.6 * most), 0, 1) : 0;
    parts.dent.setAttribute("transform", `translate(${x} ${y}) scale(${0.72 + depth / 30})`);
    parts.dent.style.opacity = down ? within(0.25 + depth / 13, 0, 1) : 0;
    parts.finger.classList.toggle("pt-down", down);
  }

  const dot = ({ x, y }) => parts.dots.append(svgNode("circle", { cx: x, cy: y, r: 1.5 }));

  // The band twitches: a swelling runs along it, seen through the skin.
  function twitch(u) {
    const side = trial.bend < 0 ? -1 : 1;
    const bow = Math.abs(trial.bend);
    const points = Array.from({ length: 17 }, (_, index) => u - 30 + index * 3.75);
    const edge = (half) => points.map((at, index) => `${at.toFixed(1)} ${(trial.bandAt * side + bow * (at / FIBRE_REACH_MM) ** 2 + half * Math.sin((Math.PI * index) / 16) ** 1.5).toFixed(2)}`);
    const half = 0.75 * trial.bandWidth;
    const lens = `M${edge(-half).join("L")}L${edge(half).reverse().join("L")}Z`;
    const rise = svgNode("g", { class: "pt-twitching" }, svgNode("path", { d: lens, class: "pt-twitch-shade" }), svgNode("path", { d: `M${edge(-0.55 * half).join("L")}`, class: "pt-twitch-light" }));
    parts.twitch.replaceChildren(rise);
    setTimeout(() => rise.remove(), 1400);
  }

  return { el, paint, lay, show, finger, dot, twitch, size: { width, height } };
}

function palpDefs(mark, width, height) {
  const stops = (list) => list.map(([offset, colour, opacity]) => svgNode("stop", { offset, "stop-color": colour, "stop-opacity": opacity }));
  return [
    svgNode("clipPath", { id: `patch-${mark}` }, svgNode("rect", { width, height, rx: 3 })),
    svgNode("radialGradient", { id: `light-${mark}`, cx: "32%", cy: "24%", r: "95%" }, ...stops([[0, "#fff6e8", 0.5], [0.42, "#fff6e8", 0.05], [0.7, "#6b3a22", 0.1], [1, "#4a2414", 0.34]])),
    svgNode("radialGradient", { id: `dent-${mark}` }, ...stops([[0, "#5b2a16", 0.62], [0.34, "#6b3a22", 0.44], [0.6, "#7d4a30", 0.12], [0.72, "#fff6e8", 0.34], [0.86, "#fff6e8", 0.14], [1, "#fff6e8", 0]])),
  ];
}

function palpRuler(width, height) {
  const [x, y] = [5, height - 5];
  return svgNode("g", { class: "pt-ruler" }, svgNode("path", { d: `M${x} ${y - 1.4}v2.8M${x + 20} ${y - 1.4}v2.8M${x} ${y}h20` }), palpWord(x + 10, y - 2.2, "20 mm", "middle"));
}

function palpWord(x, y, text, anchor = "start", className = "") {
  return svgNode("text", { x, y, "text-anchor": anchor, class: className }, text);
}

// Letters and numbers at the edge name the squares of the list "Go to".
function palpLetters(width, height) {
  const { columns, rows } = PALP_GRID;
  const across = [...columns].map((letter, index) => palpWord(((index + 0.5) * width) / columns.length, 4.4, letter, "middle"));
  const down = [...rows].map((number, index) => palpWord(2.2, ((index + 0.5) * height) / rows.length + 1.2, number, "middle"));
  return svgNode("g", { class: "pt-letters" }, ...across, ...down);
}

function palpCross([x, y]) {
  const lines = `M${x - 3.2} ${y - 3.2}l6.4 6.4M${x + 3.2} ${y - 3.2}l-6.4 6.4`;
  return svgNode("g", { class: "pt-cross" }, svgNode("path", { d: lines, class: "pt-cross-under" }), svgNode("path", { d: lines }));
}

// Where the tender spot was, and how far the mark lies from it.
function palpHidden(trial, at, off) {
  const [x, y] = trial.spot;
  const ring = [5, 3].map((r) => svgNode("circle", { cx: x, cy: y, r, class: "pt-ring" }));
  if (!at || !(off > 0.5)) return ring;
  const top = Math.min(y, at[1]);
  const place = [(x + at[0]) / 2, top < 16 ? Math.max(y, at[1]) + 11 : top - 7.5];
  return [svgNode("path", { d: `M${x} ${y}L${at[0]} ${at[1]}`, class: "pt-off" }), ...ring, palpWord(...place, `${off.toFixed(1)} mm`, "middle", "pt-off-word")];
}
