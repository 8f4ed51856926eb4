// Textures of the pain scale, so that strength is seen without colour: from few dots to a close lattice. They keep
// their size in pixels when a chart is enlarged.

const PAIN_TEXTURES = [
  { size: 9, marks: [["circle", { cx: 2.2, cy: 2.2, r: 0.85 }], ["circle", { cx: 6.7, cy: 6.7, r: 0.85 }]] },
  { size: 5.6, marks: [["circle", { cx: 1.4, cy: 1.4, r: 0.95 }], ["circle", { cx: 4.2, cy: 4.2, r: 0.95 }]] },
  { size: 7.5, marks: [["path", { d: "M-1 8.5L8.5 -1M-4.7 4.7L4.7 -4.7M2.8 12.2L12.2 2.8", "stroke-width": 1 }]] },
  { size: 4.8, marks: [["path", { d: "M-1 5.8L5.8 -1M-3.4 3.4L3.4 -3.4M1.4 8.2L8.2 1.4", "stroke-width": 1.1 }]] },
  { size: 5.2, marks: [["path", { d: "M-1 6.2L6.2 -1M-1 -1L6.2 6.2", "stroke-width": 1.15 }]] },
];

const painTextureOf = (value) => Math.ceil(value / 2) - 1;

// scale: [{ colour, edge, mark }] for 1 to 10. → { nodes, url(value), fit(mmPerPx) }
function painTextures(scale) {
  const key = uid();
  const nodes = scale.map(({ mark }, i) => {
    const { size, marks } = PAIN_TEXTURES[painTextureOf(i + 1)];
    const drawn = marks.map(([name, props]) => svgNode(name, { ...props, ...(name === "circle" ? { fill: mark } : { stroke: mark, fill: "none" }) }));
    return svgNode("pattern", { id: `${key}-${i + 1}`, width: size, height: size, patternUnits: "userSpaceOnUse" }, ...drawn);
  });
  const fit = (mmPerPx) => nodes.forEach((node) => putAttribute(node, "patternTransform", `scale(${mmPerPx.toFixed(3)})`));
  return { nodes, url: (value) => `url(#${key}-${value})`, fit };
}

// A swatch of one strength for controls and lists.
function painSwatch(scale, value, size = 26) {
  if (!value) return h("span", { class: "gd-swatch gd-swatch-none", "aria-hidden": "true" });
  const own = painTextures(scale), { colour, edge } = scale[value - 1];
  const svg = svgNode("svg", { width: size, height: size, viewBox: `0 0 ${size} ${size}`, class: "gd-swatch", "aria-hidden": "true" }, svgNode("defs", {}, own.nodes[value - 1]));
  const shape = { x: 0.5, y: 0.5, width: size - 1, height: size - 1, rx: 5 };
  svg.append(svgNode("rect", { ...shape, fill: colour, stroke: edge }), svgNode("rect", { ...shape, fill: own.url(value) }));
  return svg;
}
