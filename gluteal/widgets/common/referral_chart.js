// One body chart of the referral explorer: the art, the painted zones over it, and over those crosses, letters and
// the named regions that can be asked "what refers here?".

const CROSS_PX = 6;
const LETTER_PX = 20; // how near a letter may come to another sign
const WORD_PX = 38; // half the width of "uncertain"

// chart: a record { view, title, box, midline, outline }; art: a chart of the BodyArt; tell: { region(id), point(id), hint(text) }
function referralChart(body, art, chart, regions, tell) {
  const [left, top, wide, high] = chart.box;
  const middle = left + wide / 2;
  const mirrored = Boolean(art.mirrored);
  const canvas = h("canvas", { class: "rx-zones", "aria-hidden": "true" });
  const paper = h("div", { class: "rx-paper", style: `aspect-ratio: ${wide} / ${high}; --gp-paper: ${body.paper}` });
  const mounted = mountChart(paper, body, art.id, { skeleton: false });
  const marks = svgNode("svg", { class: "rx-marks", viewBox: chart.box.join(" "), "aria-hidden": "true" });
  const hits = svgNode("g", { class: "rx-regions" }), signs = svgNode("g", { class: "rx-signs" });
  marks.append(hits, signs);
  const sideSigns = Object.entries(art.sides).filter(([edge]) => edge === "left" || edge === "right")
    .map(([edge, words]) => h("span", { class: `rx-side rx-side-${edge}`, title: words }, chart.midline === null ? words : words === "right" ? "R" : "L"));
  paper.append(canvas, marks, ...sideSigns);
  const el = h("figure", { class: "rx-chart", "data-chart": art.id }, paper, h("figcaption", {}, art.title));
  const painter = zonePainter(canvas, chart, mirrored);
  let mmPerPx = 1, drawn = null, asked = "";

  // Every region can be asked on both sides of the body.
  for (const { id, name, views } of regions) {
    if (!views[chart.view]) continue;
    for (const flip of mirrored ? [middle] : chart.midline === null ? [null] : [null, chart.midline]) {
      hits.append(svgNode("path", { class: "rx-region", "data-region": id, "data-name": name, d: views[chart.view], transform: flip === null ? null : mirrorAt(flip) }));
    }
  }
  const over = (event) => event.target.closest?.("[data-region], [data-point]");
  marks.addEventListener("click", (event) => {
    const hit = over(event);
    if (hit?.dataset.point) tell.point(hit.dataset.point);
    else if (hit) tell.region(hit.dataset.region);
  });
  marks.addEventListener("pointerover", (event) => event.pointerType !== "touch" && tell.hint(over(event)?.dataset.name ?? ""));
  marks.addEventListener("pointerleave", () => tell.hint(""));

  const flipX = (x, side) => (mirrored ? 2 * middle - x : side === "left" && chart.midline !== null ? 2 * chart.midline - x : x);

  // A sign of constant size on the screen, at a place in millimetres.
  function sign(props, [x, y], side, ...kids) {
    return svgNode("g", { ...props, "data-x": flipX(x, side), "data-y": y }, ...kids);
  }

  function cross(layer, side) {
    const arms = `M${-CROSS_PX} ${-CROSS_PX}L${CROSS_PX} ${CROSS_PX}M${-CROSS_PX} ${CROSS_PX}L${CROSS_PX} ${-CROSS_PX}`;
    return sign({ class: "rx-cross", "data-point": layer.id, "data-name": layer.name }, layer.view.point, side,
      svgNode("circle", { class: "rx-hit", r: 13 }), svgNode("path", { class: "rx-cross-halo", d: arms }), svgNode("path", { d: arms, style: `stroke: ${layer.look.dark}` }),
      svgNode("text", { x: 8, y: -4 }, layer.lettered ? layer.look.letter : ""));
  }

  // A letter makes way for the crosses and for the letters before it.
  function letter(layer, side, taken) {
    const room = ([x, y]) => Math.min(...taken.map((other) => Math.hypot(other[0] - x, other[1] - y)));
    const widest = layer.view.labels.reduce((best, place) => (room(place) > room(best) ? place : best));
    const spot = layer.view.labels.find((place) => room(place) > LETTER_PX * mmPerPx) ?? widest;
    taken.push(spot);
    return sign({ class: "rx-zone-letter", "data-letter": layer.look.letter }, spot, side,
      svgNode("circle", { r: 8.5, style: `stroke: ${layer.look.ink}` }), svgNode("text", { y: 4.2 }, layer.look.letter));
  }

  function uncertain(layer, side) {
    return sign({ class: "rx-uncertain" }, layer.view.foot, side, svgNode("text", { y: 15 }, "uncertain"));
  }

  function showSigns(layers, sides) {
    const key = JSON.stringify([layers.map((layer) => [layer.id, layer.look.letter, layer.lettered, layer.reveal.essential > 0.25, layer.reveal.spillover > 0.4, layer.dashed]), sides]);
    if (key === drawn) return;
    drawn = key;
    signs.replaceChildren();
    const taken = layers.map((layer) => layer.view.point).filter(Boolean);
    for (const layer of layers) {
      const visible = layer.view.zones.some((zone) => layer.reveal[zone.kind] > (zone.kind === "essential" ? 0.25 : 0.4));
      for (const side of sides) {
        if (layer.view.labels.length && visible && layer.lettered) signs.append(letter(layer, side, side === sides[0] ? taken : []));
        if (layer.view.foot && visible && layer.dashed && !layer.lettered) signs.append(uncertain(layer, side));
        if (layer.view.point) signs.append(cross(layer, side));
      }
    }
    place();
  }

  function place() {
    for (const node of signs.children) {
      const room = node.classList.contains("rx-uncertain") ? WORD_PX * mmPerPx : 0; // a word stays on the paper
      const x = Math.min(left + wide - room, Math.max(left + room, Number(node.dataset.x))), y = Math.min(top + high - room * 0.55, Number(node.dataset.y));
      node.setAttribute("transform", `translate(${x} ${y}) scale(${mmPerPx.toFixed(4)})`);
    }
  }

  function showRegion(id) {
    if (id === asked) return;
    asked = id;
    for (const node of hits.children) node.classList.toggle("rx-asked", node.dataset.region === id);
  }

  // layers as the painter wants them, with name and lettered; the side view shows one side only.
  function show({ layers, sides, both, region, skeleton }) {
    const own = layers.map((layer) => ({ ...layer, view: layer.views[chart.view] }));
    const shownSides = chart.midline === null ? ["right"] : sides;
    mounted.skeleton(skeleton);
    painter.paint(own, shownSides, both);
    showSigns(own, shownSides);
    showRegion(region);
  }

  function size() {
    const width = paper.clientWidth;
    if (!width) return false;
    mmPerPx = wide / width;
    painter.size(width);
    place();
    return true;
  }

  return { el, id: art.id, chart, show, size };
}
