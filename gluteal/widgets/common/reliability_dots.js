// Pictures of a study: the four groups as areas, and every patient as a dot of two halves, one for each rater.

const DOT_FIELD = { width: 320, height: 150, most: 22 };
const MOSAIC = { width: 320, height: 150, gap: 2 };

function labSvg(tag, props = {}, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...kids);
  return node;
}

// Columns: rater 1 yes, no; in each, rater 2 yes above no. The area of a part is its share of the patients.
function labMosaic() {
  const parts = LAB_CELLS.map((name) => ({ rect: labSvg("rect", { class: `rl-cell rl-${name}` }), count: labSvg("text", { class: "rl-count" }) }));
  const hatch = labSvg("pattern", { id: uid(), width: 6, height: 6, patternUnits: "userSpaceOnUse", patternTransform: "rotate(45)" },
    labSvg("rect", { width: 6, height: 6, class: "rl-hatch-paper" }), labSvg("rect", { width: 2, height: 6, class: "rl-hatch-line" }));
  for (const place of [1, 2]) parts[place].rect.style.fill = `url(#${hatch.id})`;
  const el = labSvg("svg", { class: "rl-mosaic", viewBox: `0 0 ${MOSAIC.width} ${MOSAIC.height}`, role: "img" }, labSvg("defs", {}, hatch), ...parts.flatMap(({ rect, count }) => [rect, count]));

  function show(table) {
    const n = table.reduce((sum, cell) => sum + cell, 0);
    labAreas(table, n).forEach((area, i) => labPlace(parts[i], area, table[i]));
    putAttribute(el, "aria-label", `Areas: both say yes ${table[0]}, only rater 1 ${table[1]}, only rater 2 ${table[2]}, both say no ${table[3]}.`);
  }
  return { el, show };
}

function labAreas([both, first, second, neither], n) {
  const left = (MOSAIC.width * (both + first)) / n, split = (top, all) => (all ? (MOSAIC.height * top) / all : 0);
  const above = split(both, both + first), beside = split(second, second + neither), right = MOSAIC.width - left;
  return [[0, 0, left, above], [0, above, left, MOSAIC.height - above], [left, 0, right, beside], [left, beside, right, MOSAIC.height - beside]];
}

function labPlace({ rect, count }, [x, y, width, height], number) {
  const set = (node, values) => Object.entries(values).forEach(([name, value]) => putAttribute(node, name, typeof value === "number" ? value.toFixed(1) : value));
  const seen = number > 0;
  set(rect, { x: x + 1, y: y + 1, width: seen ? Math.max(width - MOSAIC.gap, 1.5) : 0, height: seen ? Math.max(height - MOSAIC.gap, 1.5) : 0 });
  set(count, { x: x + width / 2, y: y + height / 2 + 6 });
  count.textContent = seen && width > 26 && height > 20 ? number : "";
}

// Left half: rater 1, right half: rater 2; filled means yes. A square around it: has the finding.
function labDots() {
  const yes = labSvg("path", { class: "rl-yes" }), line = labSvg("path", { class: "rl-line" }), truth = labSvg("path", { class: "rl-truth" });
  const el = labSvg("svg", { class: "rl-dots", viewBox: `0 0 ${DOT_FIELD.width} ${DOT_FIELD.height}`, role: "img" }, yes, line, truth);

  function show(patients, withTruth) {
    const size = labDotSize(patients.length), across = Math.floor(DOT_FIELD.width / size);
    const sorted = [...patients].sort((one, other) => one.cell - other.cell || other.truth - one.truth);
    const marks = { yes: "", line: "", truth: "" };
    sorted.forEach((patient, i) => labDot(marks, patient, (i % across) * size + size / 2, Math.floor(i / across) * size + size / 2, size * 0.34, withTruth));
    for (const [node, path] of [[yes, marks.yes], [line, marks.line], [truth, marks.truth]]) putAttribute(node, "d", path);
    putAttribute(truth, "stroke-width", Math.min(1.6, size * 0.1).toFixed(1));
    const rows = Math.ceil(patients.length / across);
    putAttribute(el, "viewBox", `0 0 ${DOT_FIELD.width} ${(rows * size).toFixed(1)}`);
    putAttribute(el, "aria-label", `${patients.length} patients as dots: left half rater 1, right half rater 2, filled for yes.${withTruth ? ` ${patients.filter((one) => one.truth).length} have the finding.` : ""}`);
  }
  return { el, show };
}

function labDotSize(n) {
  for (let size = DOT_FIELD.most; size > 6; size -= 0.5) {
    if (Math.ceil(n / Math.floor(DOT_FIELD.width / size)) * size <= DOT_FIELD.height) return size;
  }
  return 6;
}

function labDot(marks, { cell, truth }, x, y, r, withTruth) {
  const at = (dx, dy) => `${(x + dx).toFixed(1)} ${(y + dy).toFixed(1)}`;
  const arc = `A${r.toFixed(1)} ${r.toFixed(1)} 0 0`;
  if (cell < 2) marks.yes += `M${at(0, -r)}${arc} 0 ${at(0, r)}Z`;
  if (cell % 2 === 0) marks.yes += `M${at(0, -r)}${arc} 1 ${at(0, r)}Z`;
  marks.line += `M${at(0, -r)}${arc} 1 ${at(0, r)}${arc} 1 ${at(0, -r)}V${(y + r).toFixed(1)}`;
  const side = r * 1.3;
  if (withTruth && truth) marks.truth += `M${at(-side, -side)}h${(2 * side).toFixed(1)}v${(2 * side).toFixed(1)}h${(-2 * side).toFixed(1)}Z`;
}
