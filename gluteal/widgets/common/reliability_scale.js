// The scale of kappa: your raters in the first lines, the published values below, each a choice.

const SCALE = { low: -0.4, high: 1, ticks: [0, 0.2, 0.4, 0.6, 0.8, 1] };
const scalePlace = (kappa) => `${((Math.min(SCALE.high, Math.max(SCALE.low, kappa)) - SCALE.low) / (SCALE.high - SCALE.low)) * 100}%`;

function scaleMark(css, low, high = low) {
  const node = h("span", { class: css });
  node.style.left = scalePlace(low);
  if (high !== low) node.style.width = `calc(${scalePlace(high)} - ${scalePlace(low)})`;
  return node;
}

const scaleTrack = (...marks) => h("span", { class: "rl-track", "aria-hidden": "true" }, ...marks);

function labScale(state, choose) {
  const own = scaleOwn(), name = uid();
  const rows = state.lab.published.map((one) => scaleRow(state, one, name, choose));
  const none = h("label", { class: "rl-row rl-none" }, h("input", { type: "radio", name, value: "", onchange: () => choose("") }), h("span", { class: "rl-row-name" }, "None chosen"), h("span", {}));
  const groups = state.lab.groups.map(([key, title]) => h("div", { class: "rl-group" }, h("p", { class: "rl-group-name" }, title), ...scaleStudies(state, rows.filter(({ one }) => one.group === key))));
  const axis = scaleTrack(...SCALE.ticks.map((tick) => Object.assign(scaleMark("rl-tick", tick), { textContent: tick === 0 || tick === 1 ? tick : tick.toFixed(1) })));
  axis.classList.add("rl-axis");
  const el = h("section", { class: "rl-scale", "aria-label": "Scale of kappa" }, h("div", { class: "rl-own" }, h("div", { class: "rl-row rl-axis-row" }, h("h3", {}, "On the scale of κ"), axis), ...own.rows),
    h("fieldset", { class: "rl-published" }, h("legend", {}, "Published values: choose one to reproduce"), none, ...groups),
    h("p", { class: "rl-note" }, "Dot: one value. Bar: range over muscles, signs or studies. Whisker: 95 % interval, where the source gives one. Arrow: only “above” is given."));

  function show(now) {
    const kappa = now.longRun.measures.kappa;
    el.style.setProperty("--now", kappa === null ? "-100%" : scalePlace(kappa));
    own.show(now);
    const chosen = state.get("target");
    none.firstChild.checked = !rows.some(({ one }) => one.id === chosen);
    for (const { one, el: row, radio } of rows) {
      radio.checked = one.id === chosen;
      row.classList.toggle("rl-chosen", radio.checked);
    }
  }
  return { el, show };
}

// The rows of a group, study by study, each under the name and the size of its study.
function scaleStudies(state, rows) {
  const title = ({ one }) => `${state.lab.sources[one.source].short}, ${one.size}`;
  return rows.flatMap((row, i) => [i && title(row) === title(rows[i - 1]) ? null : h("p", { class: "rl-study-name" }, title(row)), row.el]).filter(Boolean);
}

// Long run, this study, further studies of the same size.
function scaleOwn() {
  const row = (name, css) => {
    const track = scaleTrack(), value = h("span", { class: "rl-row-value" });
    return { track, value, el: h("div", { class: `rl-row ${css}` }, h("span", { class: "rl-row-name" }, name, " ", value), track) };
  };
  const long = row("Your raters, long run", "rl-long"), study = row("This study", "rl-this"), more = row("Further studies", "rl-more");
  function show({ longRun, study: shown, further }) {
    const { kappa, low, high } = shown.measures, true_ = longRun.measures.kappa;
    putText(long.value, labKappa(true_));
    putText(study.value, labKappa(kappa));
    const others = further.map((one) => one.measures).filter((one) => one.kappa !== null);
    long.track.replaceChildren(...(true_ === null ? [] : [scaleMark("rl-diamond", true_)]));
    study.track.replaceChildren(...(kappa === null ? [] : [scaleMark("rl-whisker", low, high), scaleMark("rl-dot rl-dot-own", kappa)]));
    more.track.replaceChildren(...others.map((one) => scaleMark("rl-dot rl-dot-more", one.kappa)));
    const caught = others.filter((one) => true_ !== null && one.low <= true_ && one.high >= true_).length;
    putText(more.value, others.length && true_ !== null ? `${caught} of ${further.length} intervals hold the long-run κ` : "κ not defined in them");
  }
  return { rows: [long.el, study.el, more.el], show };
}

function scaleRow(state, one, name, choose) {
  const radio = h("input", { type: "radio", name, value: one.id, onchange: () => choose(one.id) });
  const [low, high] = one.span;
  const marks = one.shape === "value" ? [scaleMark("rl-dot", low)] : [scaleMark(one.shape === "above" ? "rl-bar rl-above" : "rl-bar", low, high)];
  if (one.interval.length) marks.unshift(scaleMark("rl-whisker", ...one.interval));
  const words = h("span", { class: "rl-row-name" }, one.name, " ", h("span", { class: "rl-row-value" }, `κ ${one.printed}`));
  return { one, radio, el: h("label", { class: "rl-row", "data-id": one.id }, radio, h("span", { class: "gl-hidden" }, `${state.lab.sources[one.source].short}, ${one.size}: `), words, scaleTrack(...marks)) };
}
