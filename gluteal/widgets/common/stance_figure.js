// The figure that stands on one leg: outlines whose points follow the bones. Python gives the points, their weights
// and, as steps, the matrix of each bone (gluteal/drawing/stance_parts.py, stance_rig.py).

const stanceSvg = (tag, props = {}, ...kids) => {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) if (value !== null && value !== undefined) node.setAttribute(name, value);
  node.append(...kids);
  return node;
};

// art = { bones, parts, colours }. Returns { el, pose(joints) }.
function stanceFigure(art) {
  const parts = art.parts.map((part) => stancePart(part, art.colours));
  const skin = stanceSvg("g", { class: "ss-skin" }), under = stanceSvg("g", { class: "ss-under" });
  for (const part of parts) (["bone", "muscle", "fibre"].includes(part.kind) ? under : skin).append(...part.nodes);
  const el = stanceSvg("g", { class: "ss-figure" }, skin, under);

  function pose(joints) {
    const matrices = art.bones.map((bone) => [..."abcdef"].map((key) => joints[`${bone}_${key}`]));
    for (const part of parts) part.move(matrices);
  }
  return { el, pose };
}

function stancePart(part) {
  const count = part.points.length / 2, points = Float64Array.from(part.points, (value) => value / 10);
  const weights = Array.from({ length: count }, (_, i) => part.weights[part.weights.length === 1 ? 0 : i]);
  const shape = part.kind === "skin" ? stanceSkin() : stanceLine(part), bent = { points, weights };
  if (part.weights.length > 1 || part.kind === "skin") return { kind: part.kind, nodes: shape.nodes, move: (matrices) => shape.draw(stancePosed(bent, matrices), part) };
  shape.draw(weights.map((_, i) => [points[2 * i], points[2 * i + 1]]), part);
  return { kind: part.kind, nodes: shape.nodes, move: (matrices) => shape.nodes[0].setAttribute("transform", `matrix(${stanceMixed(part.weights[0], matrices).join(" ")})`) };
}

// What all points share moves as a whole.
function stanceMixed(held, matrices) {
  const mixed = [0, 0, 0, 0, 0, 0];
  for (let k = 0; k < held.length; k += 2) matrices[held[k]].forEach((value, i) => (mixed[i] += (value * held[k + 1]) / 100));
  return mixed;
}

// Skin: one outline used as fill, as clip of its own soft edge, and, open, as line.
function stanceSkin() {
  const id = uid(), path = stanceSvg("path", { id }), rim = stanceSvg("path", { id: `${id}-e` }), edge = stanceSvg("use", { href: `#${id}-e`, class: "ss-edge" });
  const clip = stanceSvg("clipPath", { id: `${id}-c` }, stanceSvg("use", { href: `#${id}` }));
  const round = (name) => stanceSvg("use", { href: `#${id}-e`, class: `ss-round ${name}` });
  const soft = stanceSvg("g", { "clip-path": `url(#${id}-c)` }, round("ss-round-1"), round("ss-round-2"), round("ss-round-3"));
  const fill = stanceSvg("use", { href: `#${id}`, class: "ss-fill" });
  const draw = (posed, part) => {
    path.setAttribute("d", stancePath(posed, true));
    rim.setAttribute("d", part.edge ? stancePath(posed.slice(0, part.edge), false) : stancePath(posed, true));
  };
  return { nodes: [stanceSvg("defs", {}, path, rim, clip), fill, soft, edge], draw };
}

function stanceLine(part) {
  const node = stanceSvg("path", { class: `ss-${part.kind}` });
  const weight = Number(part.name.split("-").at(-1));
  if (part.kind === "line" && weight) node.setAttribute("stroke-width", 1.2 + weight);
  return { nodes: [node], draw: (posed) => node.setAttribute("d", stancePath(posed, part.closed)) };
}

function stancePosed({ points, weights }, matrices) {
  return weights.map((held, i) => {
    const x = points[2 * i], y = points[2 * i + 1];
    let left = 0, down = 0;
    for (let k = 0; k < held.length; k += 2) {
      const [a, b, c, d, e, f] = matrices[held[k]], share = held[k + 1] / 100;
      left += share * (a * x + c * y + e);
      down += share * (b * x + d * y + f);
    }
    return [left, down];
  });
}

// A smooth curve through points, as gluteal.svg_path.smooth draws it.
function stancePath(points, closed) {
  const n = points.length, at = (i) => points[closed ? (i + n) % n : Math.min(Math.max(i, 0), n - 1)];
  const text = (value) => value.toFixed(1);
  let path = `M${text(points[0][0])} ${text(points[0][1])}`;
  for (let i = 0; i < (closed ? n : n - 1); i += 1) {
    const [before, from, to, after] = [at(i - 1), at(i), at(i + 1), at(i + 2)];
    path += `C${text(from[0] + (to[0] - before[0]) / 6)} ${text(from[1] + (to[1] - before[1]) / 6)} ${text(to[0] - (after[0] - from[0]) / 6)} ${text(to[1] - (after[1] - from[1]) / 6)} ${text(to[0])} ${text(to[1])}`;
  }
  return closed ? `${path}Z` : path;
}
