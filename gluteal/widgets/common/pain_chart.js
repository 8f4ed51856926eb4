// One body chart to paint on: mouse, touch, pen and keys. Positions are mm in the picture; on the chart of the left
// side the drawing of the body is mirrored, the paint is not. Needs body_art.js.

const PAIN_PARTS = { whole: [0, 1], upper: [0, 0.5], lower: [0.5, 1] }; // shares of the height of a chart
const PAIN_KEY_STEP = 1, PAIN_KEY_LEAP = 5; // cells
const PAIN_NUMBER_PX = 13;

// tell: { locked(), brushMm(), begin(grid), dab(grid, from, to), end(), here(grid, cell, spoken), key(event, grid, point) }
function painChart(body, grid, scale, tell) {
  const paper = h("div", { class: "gd-paper", tabindex: 0, role: "application", "data-chart": grid.id, "aria-roledescription": "body chart" });
  const mounted = mountChart(paper, body, grid.id);
  const { svg, chart } = mounted, box = chart.view_box, middle = middleOf(box);
  for (const name of ["width", "height"]) svg.removeAttribute(name);
  const own = { transform: chart.mirrored ? mirrorAt(middle) : null };
  const textures = painTextures(scale), paint = svgNode("g", { ...own, class: "gd-paint" }), zone = svgNode("g", { ...own, class: "gd-zone" });
  const numbers = svgNode("g", { class: "gd-numbers" }), ring = svgNode("g", { class: "gd-ring", visibility: "hidden" }, svgNode("circle", { class: "gd-ring-halo" }), svgNode("circle", { class: "gd-ring-line" }));
  svg.querySelector("defs").append(...textures.nodes);
  mounted.zones.append(paint, zone);
  mounted.over.append(numbers, ring);
  const [leftSide, rightSide] = [chart.sides.left, chart.sides.right].map((side) => ({ left: "L", right: "R" })[side] ?? "");
  const marks = [leftSide, rightSide].map((letter, i) => letter && h("span", { class: `gd-side gd-side-${i ? "right" : "left"}`, "aria-hidden": "true" }, letter));
  const el = h("div", { class: "gd-stage", role: "group", "aria-label": grid.title }, h("p", { class: "gd-title" }, grid.title), h("div", { class: "gd-frame" }, paper, marks));
  let part = "whole", point = painStart(grid), stroke = null, patches = [];

  // --- where things are -------------------------------------------------------------------------------------
  const perPx = () => 1 / (svg.getScreenCTM()?.a || 1);
  const onBody = (at) => painStroke(grid, at, at, grid.cellMm).length > 0;
  function place(event) {
    const [x, y] = mounted.at(event.clientX, event.clientY) ?? [0, 0];
    return { x: chart.mirrored ? 2 * middle - x : x, y };
  }

  // --- mouse, touch and pen ---------------------------------------------------------------------------------
  function down(event) {
    if (tell.locked() || stroke || event.button > 0) return;
    const at = place(event);
    if (event.pointerType === "touch" && !onBody(at)) return;
    if (event.pointerType === "mouse") event.preventDefault();
    paper.focus({ preventScroll: true });
    paper.setPointerCapture?.(event.pointerId);
    stroke = { id: event.pointerId, at };
    tell.begin(grid);
    tell.dab(grid, at, at);
    follow(at);
  }

  function move(event) {
    if (event.pointerType === "pen") paper.classList.add("gd-pen");
    if (stroke && event.pointerId !== stroke.id) return;
    const trail = stroke && event.getCoalescedEvents?.().length ? event.getCoalescedEvents() : [event];
    for (const one of trail) {
      const at = place(one);
      if (stroke) tell.dab(grid, stroke.at, at);
      if (stroke) stroke.at = at;
      point = at;
    }
    if (stroke || event.pointerType !== "touch") follow(point);
  }

  function up(event) {
    if (!stroke || event.pointerId !== stroke.id) return;
    stroke = null;
    tell.end();
    if (event.pointerType === "touch") hideRing();
  }

  // A finger on the body paints, beside it the page scrolls. Two fingers are the browser's.
  function touch(event) {
    if (tell.locked() || event.touches.length > 1) return;
    if (onBody(place(event.touches[0])) && event.cancelable) event.preventDefault();
  }

  const leave = () => !stroke && document.activeElement !== paper && hideRing();
  const hideRing = () => ring.setAttribute("visibility", "hidden");

  function follow(at, spoken = false) {
    point = at;
    const mm = perPx();
    for (const circle of ring.children) {
      circle.setAttribute("cx", at.x.toFixed(1));
      circle.setAttribute("cy", at.y.toFixed(1));
      circle.setAttribute("r", Math.max(tell.brushMm() / 2, 4 * mm).toFixed(1));
    }
    ring.setAttribute("visibility", tell.locked() ? "hidden" : "visible");
    tell.here(grid, grid.at(at.x, at.y), spoken);
  }

  // --- keys -------------------------------------------------------------------------------------------------
  const WAYS = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  function key(event) {
    const way = WAYS[event.key];
    if (!way || event.ctrlKey || event.altKey || event.metaKey) return tell.key(event, grid, point);
    event.preventDefault();
    const step = grid.cellMm * (event.shiftKey ? PAIN_KEY_LEAP : PAIN_KEY_STEP), [from, to] = bounds();
    const next = { x: point.x + way[0] * step, y: point.y + way[1] * step };
    follow({ x: Math.min(Math.max(next.x, box[0] + 3), box[0] + box[2] - 3), y: Math.min(Math.max(next.y, from + 3), to - 3) }, true);
  }
  const bounds = () => PAIN_PARTS[part].map((share) => box[1] + share * box[3]);

  function focus() {
    const [from, to] = bounds();
    if (!paper.matches(":focus-visible")) return;
    if (point.y < from || point.y > to) point = { x: point.x, y: (from + to) / 2 };
    follow(point, true);
  }

  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up, pointerleave: leave, blur: () => !stroke && hideRing(), focus, keydown: key };
  for (const [name, act] of Object.entries(listeners)) paper.addEventListener(name, act);
  paper.addEventListener("touchstart", touch, { passive: false });
  const watcher = new ResizeObserver(() => sized());
  watcher.observe(paper);

  // --- painting ---------------------------------------------------------------------------------------------
  function show(cells) {
    paint.replaceChildren(...painShapes(cells, grid).flatMap(({ value, d }) => [
      svgNode("path", { d, class: "gd-shape", fill: scale[value - 1].colour, stroke: scale[value - 1].edge }),
      svgNode("path", { d, class: "gd-texture", fill: textures.url(value) }),
    ]));
    patches = painPatches(cells, grid);
    showNumbers();
  }

  function showNumbers() {
    const mm = perPx();
    const readable = patches.filter((patch) => patch.room > PAIN_NUMBER_PX * 0.28 * mm);
    numbers.replaceChildren(...readable.map(({ value, x, y }) => svgNode("text", { x: x.toFixed(1), y: y.toFixed(1), "font-size": (PAIN_NUMBER_PX * mm).toFixed(2), "stroke-width": (3.2 * mm).toFixed(2) }, String(value))));
  }

  function sized() {
    textures.fit(perPx());
    showNumbers();
    if (document.activeElement === paper) follow(point);
  }

  // cells: { essential, spillover, weak }, or null
  function showZone(cells) {
    zone.setAttribute("class", `gd-zone ${cells?.weak ? "gd-weak" : ""}`);
    const outline = (name) => cells?.[name] && painShapes(cells[name], grid).map(({ d }) => [svgNode("path", { d, class: "gd-zone-halo" }), svgNode("path", { d, class: `gd-zone-${name}` })]);
    zone.replaceChildren(...["spillover", "essential"].flatMap((name) => outline(name) ?? []).flat());
  }

  function showPart(name) {
    part = name;
    const [from, to] = bounds();
    putAttribute(svg, "viewBox", `${box[0]} ${from} ${box[2]} ${to - from}`);
    el.style.setProperty("--ratio", (box[2] / (to - from)).toFixed(4));
    sized();
  }

  function stop() {
    watcher.disconnect();
    for (const [name, act] of Object.entries(listeners)) paper.removeEventListener(name, act);
    paper.removeEventListener("touchstart", touch);
  }

  const label = (words) => putAttribute(paper, "aria-label", words);
  return { el, paper, svg, grid, show, showZone, showPart, label, follow, stop, whole: box, letters: [leftSide, rightSide], numbers: () => patches };
}

// The brush begins in the middle of the region that the tables name for the chart.
function painStart(grid) {
  const { cells } = grid.regions.find((region) => region.id === grid.start && region.side === (grid.id.endsWith("left") ? "left" : "right")) ?? grid.regions[0];
  const mean = (of) => cells.reduce((sum, cell) => sum + of(cell), 0) / cells.length;
  return { x: mean(grid.xMm), y: mean(grid.yMm) };
}
