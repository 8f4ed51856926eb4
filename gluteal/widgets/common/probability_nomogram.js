// Fagan's nomogram: a straight line from the probability before, through the likelihood ratio, to the one after.

const FAGAN = { width: 340, height: 430, top: 40, foot: 410, left: 62, middle: 170, right: 278 };

function probNomogram(state) {
  const { percents, ratios } = state.records.scales, say = state.records.say;
  const band = probSvg("polygon", { class: "pl-band" }), other = probSvg("polyline", { class: "pl-line pl-other" }), line = probSvg("polyline", { class: "pl-line" });
  const dots = ["left", "middle", "right"].map((name) => probSvg("circle", { class: "pl-dot", r: 5, cx: FAGAN[name] }));
  const scales = probSvg("g", {},
    ...probScale(FAGAN.left, percents.map(([words, height]) => [words, 1 - height]), -1, ["Before", "the test, %"]),
    ...probScale(FAGAN.middle, ratios, 1, ["Likelihood", "ratio"]), ...probScale(FAGAN.right, percents, 1, ["After", "the test, %"]));
  const picture = probSvg("svg", { viewBox: `0 0 ${FAGAN.width} ${FAGAN.height}`, role: "img", class: "pl-fagan" }, band, scales, other, line, ...dots);
  const note = h("p", { class: "pl-note" });
  const el = h("section", { class: "pl-right", "aria-label": "Fagan's nomogram" }, h("h3", {}, "Fagan's nomogram"), picture, note);

  function show(now) {
    const shown = probLine(now.first, now.outcome), rest = probLine(now.first, now.outcome === "positive" ? "negative" : "positive");
    for (const [node, points] of [[line, shown], [other, rest]]) putAttribute(node, "points", points ? probPoints(points) : "");
    dots.forEach((dot, i) => {
      dot.style.display = shown ? "" : "none";
      if (shown) putAttribute(dot, "cy", shown[i][1].toFixed(1));
    });
    putAttribute(band, "points", shown && now.reach ? probBand(now) : "");
    putAttribute(picture, "aria-label", probNomogramWords(now));
    putText(note, `${shown ? "Thick line: this result. Dashed: the other one. " : ""}${now.reach ? say.band : say["no-band"]}`);
  }
  return { el, show };
}

const probY = (height) => FAGAN.foot - (FAGAN.foot - FAGAN.top) * height;
const probPoints = (points) => points.map((point) => point.map((one) => one.toFixed(1)).join(",")).join(" ");

// One scale: its line, marks and words; side -1 writes left of it.
function probScale(x, marks, side, title) {
  const ys = marks.map(([, height]) => probY(height));
  const line = probSvg("path", { class: "pl-axis", d: `M${x} ${Math.min(...ys)}V${Math.max(...ys)}${ys.map((y) => `M${x} ${y.toFixed(1)}h${5 * side}`).join("")}` });
  let last = Infinity; // a number that would stand on the one before is left out; its mark stays
  const roomy = marks.map((_, i) => Math.abs(ys[i] - last) >= 9 && ((last = ys[i]), true));
  const word = ([text], i) => roomy[i] && probText(x + 9 * side, ys[i] + 3.6, text, side < 0 ? "end" : "start", "pl-tick");
  const head = title.map((text, i) => probText(x, Math.min(...ys) - 22 + 12 * i, text, "middle", "pl-scale-name"));
  return [line, ...marks.map(word).filter(Boolean), ...head];
}

function probText(x, y, text, anchor, kind) {
  const node = probSvg("text", { x, y, "text-anchor": anchor, class: kind });
  node.textContent = text;
  return node;
}

// The three points of a line, or null where the result can never occur.
function probLine(found, outcome) {
  const middle = found[`middle_${outcome}`], right = found[`right_${outcome}`];
  if (middle === null || right === null || found.left === null) return null;
  return [["left", found.left], ["middle", middle], ["right", right]].map(([name, height]) => [FAGAN[name], probY(height)]);
}

function probBand({ first, reach, outcome }) {
  const [low, high] = reach[`right_${outcome}`], [under, over] = reach[`middle_${outcome}`];
  if (low === null || under === null) return "";
  const at = (name, height) => [FAGAN[name], probY(height)];
  return probPoints([at("left", first.left), at("middle", over), at("right", high), at("right", low), at("middle", under)]);
}

function probNomogramWords({ settings, first, outcome, reach }) {
  if (first[outcome] === null) return `No line: the test is never ${outcome}.`;
  const allowed = reach ? ` The band ends at ${probRange(reach[outcome])}.` : "";
  return `A line from ${probPercent(settings.pre)} before the test through the likelihood ratio ${probRatio(first[`lr_${outcome}`])} to ${probPercent(first[outcome])} after it.${allowed}`;
}
