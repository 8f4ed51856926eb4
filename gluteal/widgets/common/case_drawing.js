// The pain drawing of a case: the charts that have paint, as the person painted them. It can only be read.

function caseGrids(records) {
  return new Map(records.charts.map((record) => {
    const grid = { ...record, cellMm: records.cell_mm };
    grid.inside = painFromPairs(record.inside, grid);
    grid.rim = painRim(grid);
    return [record.id, grid];
  }));
}

// The upper half of the charts is enough, and larger, where nothing is painted lower down.
function caseUpper(one, grids) {
  return Object.entries(one.drawing).every(([id, runs]) => {
    const grid = grids.get(id);
    return runs.every((start, place) => place % 3 || start / grid.columns < 0.54 * grid.rows);
  });
}

// → { node, stop }
function caseDrawing(one, body, grids, scale) {
  const stops = [], upper = caseUpper(one, grids);
  const charts = Object.entries(one.drawing).map(([id, runs]) => {
    const grid = grids.get(id), host = h("div", { class: "cr-paper" });
    const mounted = mountChart(host, body, id, { label: `${grid.title}. ${one.painted}` });
    for (const name of ["width", "height"]) mounted.svg.removeAttribute(name);
    const [left, top, wide, high] = mounted.chart.view_box;
    if (upper) mounted.svg.setAttribute("viewBox", `${left} ${top} ${wide} ${0.58 * high}`);
    const textures = painTextures(scale), middle = middleOf(mounted.chart.view_box);
    const paint = svgNode("g", { transform: mounted.chart.mirrored ? mirrorAt(middle) : null });
    mounted.svg.querySelector("defs").append(...textures.nodes);
    mounted.zones.append(paint);
    paint.append(...painShapes(painFromRuns(runs, grid), grid).flatMap(({ value, d }) => [
      svgNode("path", { d, class: "cr-shape", fill: scale[value - 1].colour, stroke: scale[value - 1].edge }),
      svgNode("path", { d, fill: textures.url(value) }),
    ]));
    const watcher = new ResizeObserver(() => textures.fit(1 / (mounted.svg.getScreenCTM()?.a || 1)));
    watcher.observe(host);
    stops.push(() => watcher.disconnect());
    const sides = ["left", "right"].map((edge) => ({ left: "L", right: "R" })[mounted.chart.sides[edge]] ?? "");
    const marks = sides.map((letter, i) => letter && h("span", { class: `cr-side cr-side-${i ? "right" : "left"}`, "aria-hidden": "true" }, letter));
    return h("figure", { class: "cr-chart" }, h("figcaption", {}, grid.title), h("div", { class: "cr-frame" }, host, marks));
  });
  const node = h("div", {}, h("div", { class: "cr-charts" }, charts), h("p", { class: "cr-quiet" }, one.painted));
  return { node, stop: () => stops.forEach((stop) => stop()) };
}
