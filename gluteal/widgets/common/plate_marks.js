// Marks over a plate: the outline of a structure, solid where it is in sight and dashed where something covers it.
// They live in an SVG of their own, so that marking does not make the browser draw the art again.

function plateMarks(plate, cover) {
  const mark = uid();
  const box = plate.view_box.join(" ");
  const groups = Object.fromEntries(["veil", "select", "ask", "wrong", "hover"].map((kind) => [kind, svgNode("g", { class: `gp-${kind}` })]));
  const svg = svgNode("svg", { class: "gp-marks", viewBox: box, "aria-hidden": "true" }, ...Object.values(groups));
  const order = painterOrder(plate);
  let removed = [], hidden = [];
  const marked = {};

  const sight = (id) => plate.shapes[id].visible ?? plate.shapes[id].outline;
  const isShown = (id) => !removed.includes(plate.shapes[id].layer) && !hidden.includes(id);

  // Everything painted after the structure: what covers it.
  const above = (id, colour) => order.slice(order.indexOf(id) + 1).filter(isShown).map((other) => svgNode("path", { d: sight(other), style: `fill: ${colour}` }));

  function mask(kind, ...parts) {
    const [x, y, width, height] = plate.view_box;
    return svgNode("mask", { id: `${mark}-${kind}`, maskUnits: "userSpaceOnUse", x, y, width, height }, svgNode("rect", { x, y, width, height, fill: "white" }), ...parts);
  }

  function outline(kind, id) {
    const share = isShown(id) ? cover.share(id, removed) : 0;
    const clear = share > 0.98 && !plate.shapes[id].visible;
    const parts = [svgNode("path", { class: "gp-tint", d: plate.shapes[id].outline })];
    if (!clear) parts.push(svgNode("path", { class: "gp-halo", d: plate.shapes[id].outline }), svgNode("path", { class: "gp-covered", d: plate.shapes[id].outline }));
    if (share > 0) {
      const masked = share > 0.98 ? {} : { mask: `url(#${mark}-${kind})` };
      if (share <= 0.98) parts.unshift(mask(kind, ...above(id, "black")));
      parts.push(svgNode("g", masked, svgNode("path", { class: "gp-halo", d: sight(id) }), svgNode("path", { class: "gp-line", d: sight(id) })));
    }
    return parts;
  }

  // Paper over everything but the part of the structure that is in sight.
  function veil(id) {
    const [x, y, width, height] = plate.view_box;
    const clear = isShown(id) && !plate.shapes[id].visible && cover.share(id, removed) > 0.98;
    if (clear) return [svgNode("path", { "fill-rule": "evenodd", d: `M${x} ${y}h${width}v${height}h${-width}Z${plate.shapes[id].outline}` })];
    const hole = isShown(id) ? [svgNode("path", { d: sight(id), style: "fill: black" }), ...above(id, "white")] : [];
    return [mask("veil", ...hole), svgNode("rect", { x, y, width, height, mask: `url(#${mark}-veil)` })];
  }

  function set(kind, id) {
    const known = id && plate.shapes[id] ? id : "";
    if (marked[kind] === known) return;
    marked[kind] = known;
    groups[kind].replaceChildren(...(known ? outline(kind, known) : []));
    groups[kind].classList.toggle("gp-thin", Boolean(known) && isCord(plate.shapes[known]));
    if (kind === "select") groups.veil.replaceChildren(...(known ? veil(known) : []));
  }

  // The layers changed: what is covered changed with them.
  function setRemoved(layers, gone) {
    removed = layers;
    hidden = gone;
    for (const kind of Object.keys(marked)) {
      const id = marked[kind];
      marked[kind] = null;
      set(kind, id);
    }
  }

  return { svg, set, setRemoved };
}
