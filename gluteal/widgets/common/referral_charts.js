// All body charts: one set, or two beside each other for the same scale, and the growth of what is painted on them.

const GROW_MS = 520;
const PRESS_MS = 900;

const wantsStill = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

function referralCharts(body, state, tell) {
  const { records } = state;
  const recordOf = (art) => records.charts.find((chart) => chart.view === art.view);
  const sets = ["one", "two"].map((key) => {
    const charts = body.charts.map((art) => referralChart(body, art, recordOf(art), records.regions, tell));
    const title = h("h4", { class: "rx-set-title" });
    return { key, charts, title, el: h("section", { class: `rx-set rx-set-${key}` }, title, h("div", { class: "rx-row-of-charts" }, ...orderedCharts(charts))) };
  });
  const legend = h("ul", { class: "rx-legend", "aria-label": "Legend of the difference" });
  const doubt = h("span", { class: "rx-doubt" }), pointed = h("strong", { class: "rx-hint" });
  const el = h("div", { class: "rx-charts" }, h("div", { class: "rx-sets" }, ...sets.map((set) => set.el)), legend, h("p", { class: "rx-under" }, doubt, pointed));

  let shownPressure = state.pressure(), asked = null, frame = 0, moves = null, born = new Map(), legendOf = "", laidOut = "";
  const observer = new ResizeObserver(() => {
    const sized = sets.flatMap((set) => set.charts).filter((chart) => !chart.el.hidden && chart.size());
    if (sized.length) draw();
  });
  sets.forEach((set) => set.charts.forEach((chart) => observer.observe(chart.el)));

  // Back, side, front: the order in which a body is turned.
  function orderedCharts(charts) {
    return ["posterior", "lateral-right", "lateral-left", "anterior"].map((id) => charts.find((chart) => chart.id === id).el);
  }

  function growth(id, now) {
    if (!born.has(id)) born.set(id, wantsStill() || !asked ? -Infinity : now);
    return easeInOut((now - born.get(id)) / GROW_MS);
  }

  // How much of each picture the pressure has brought out: 0 to 1 for each step of the scale. What has no point to
  // press, such as a nerve root, is there whole.
  function reveal(value, grown, pressed = true) {
    if (!pressed) return { tenderness: 0, essential: grown, spillover: grown };
    const share = Object.fromEntries(records.steps.map((step) => [step.id, grown * easeInOut((value - step.from) / Math.max(1, step.to - step.from))]));
    return { tenderness: share.tenderness, essential: share.essential, spillover: share.spillover };
  }

  function layersOf(ids, now) {
    return ids.map((id) => {
      const pattern = state.patterns[id];
      const level = Object.values(pattern.views).find((view) => view.point)?.point[1];
      return { id, name: pattern.name, look: state.lookOf(id), views: pattern.views, level, dashed: pattern.dashed, lettered: state.shown().length > 1, reveal: reveal(shownPressure, growth(id, now), state.isPressed(id)) };
    });
  }

  function draw(now = performance.now()) {
    const shown = state.shown(), sideBySide = state.mode() === "side-by-side";
    for (const id of born.keys()) if (!shown.includes(id)) born.delete(id);
    const both = state.mode() === "difference" && shown.length === 2 ? records.both : null;
    sets.forEach((set, index) => {
      const ids = sideBySide ? shown.slice(index, index + 1) : index ? [] : shown;
      if (index && !sideBySide) return;
      const layers = layersOf(ids, now);
      for (const chart of set.charts) {
        if (!chart.el.hidden) chart.show({ layers, sides: state.sides(), both, region: state.get("region"), skeleton: Boolean(state.get("skeleton")) });
      }
    });
    const growing = shown.some((id) => now - born.get(id) < GROW_MS);
    if (growing) frame = requestAnimationFrame((then) => draw(then));
  }

  // Glide to another pressure; each picture between is shown.
  function glide(to, lasting = PRESS_MS) {
    cancelAnimationFrame(moves);
    const from = shownPressure, start = performance.now();
    const step = (now) => {
      const share = wantsStill() ? 1 : Math.min(1, (now - start) / lasting);
      shownPressure = from + (to - from) * easeInOut(share);
      tell.shownPressure(shownPressure, reveal(shownPressure, 1).tenderness);
      draw(Math.max(now, performance.now()));
      moves = share < 1 ? requestAnimationFrame(step) : null;
    };
    step(start);
  }

  function paint() {
    const ids = state.chartIds(), sideBySide = state.mode() === "side-by-side" && state.shown().length === 2;
    sets[1].el.hidden = !sideBySide;
    sets.forEach((set, index) => {
      for (const chart of set.charts) chart.el.hidden = !ids.includes(chart.id);
      const id = state.shown()[index];
      set.title.hidden = !sideBySide;
      set.title.replaceChildren(...(sideBySide ? [letterBadge(state.lookOf(id)), state.name(id)] : []));
      set.el.setAttribute("aria-label", sideBySide ? `Body charts of ${state.name(id)}` : "Body charts");
    });
    el.classList.toggle("rx-two-sets", sideBySide);
    el.classList.toggle("rx-single", ids.length === 1);
    const layout = JSON.stringify([ids, sideBySide]);
    if (layout !== laidOut) sets.flatMap((set) => set.charts).forEach((chart) => !chart.el.hidden && chart.size());
    laidOut = layout; // measuring makes the browser lay out the page; the observer tells of every other change
    const target = state.pressure();
    if (asked === null || tell.dragging() || Math.abs(target - shownPressure) < 1) {
      cancelAnimationFrame(moves);
      shownPressure = target;
      tell.shownPressure(target, reveal(target, 1).tenderness);
      draw();
    } else if (target !== asked) glide(target);
    else draw();
    asked = target;
    showLegend();
    showDoubt();
  }

  // The word "uncertain" for every broken line on the charts.
  function showDoubt() {
    const weak = state.shown().filter((id) => state.patterns[id].dashed), several = state.shown().length > 1;
    putText(doubt, weak.length ? `Broken line: uncertain${several ? ` (${weak.map(state.letterOf).join(", ")})` : ""}` : "");
  }

  // What the pointer is over: a region, a muscle, a point.
  const hint = (words) => putText(pointed, words);

  // The difference view needs a legend for its third look: what both reach.
  function showLegend() {
    const shown = state.shown(), on = state.mode() === "difference" && shown.length === 2;
    const key = on ? shown.join() : "";
    if (key === legendOf) return;
    legendOf = key;
    const entry = (look, words) => h("li", {}, textureSwatch(look), words);
    legend.replaceChildren(...(on ? [entry(state.lookOf(shown[0]), "only A"), entry(state.lookOf(shown[1]), "only B"), entry(records.both, "both")] : []));
    legend.hidden = !on;
  }

  function stop() {
    cancelAnimationFrame(frame);
    cancelAnimationFrame(moves);
    observer.disconnect();
  }

  return { el, paint, hint, stop };
}
