// Position search: a line, three angles, the best that was found; the answer only once it was committed.

function render({ model, el }) {
  let stop = () => {}, gone = false;
  positionLoad(model).then((loaded) => {
    if (!gone) stop = positionSearch(model, el, loaded);
  }).catch((fault) => sentence(el, `The position search cannot be shown: ${fault.message} Run the cell again, or load the page again.`));
  return () => {
    gone = true;
    stop();
    el.replaceChildren();
  };
}

async function positionLoad(model) {
  const fixed = model.get("hip"), records = JSON.parse(await unpackText(model.get("packed")));
  if (fixed?.format !== 1 || records.format !== 1) throw new Error("It was made by another version of the lessons.");
  const bones = JSON.parse(await unpackText(fixed.packed));
  const solids = Object.fromEntries(Object.entries(bones.solids).map(([name, solid]) => [name, hipUnpackSolid(solid)]));
  return { fixed, records, table: hipUnpackTable(bones.table), bones: { ...bones, solids } };
}

function positionSearch(model, el, { fixed, records, table, bones }) {
  const state = positionState(model, fixed, table, records), live = liveRegion({ class: "gl-hidden" });
  const changes = hipChanges(model, () => safely(paint), POSITION_TRAITS);
  const memory = sessionKept("position-search", { line: model.get("line"), pose: model.get("pose") });
  const positionStored = (one) => ({ line: one.line, pose: state.poseOf(one.angles) });

  function write(values) {
    changes.change(values);
    memory.keep(Object.fromEntries(POSITION_TRAITS.map((name) => [name, model.get(name)])));
  }
  const sayNow = () => {
    const best = state.best(), now = state.change(state.line(), state.angles());
    live.say(`${positionWords(state.angles())}: ${positionLonger(now)}.${best && now.mm >= best.mm ? " Your best so far." : ""}`);
  };
  const tell = {
    pose: (angles, done) => {
      write(state.moved(angles));
      if (done) sayNow();
    },
    angle: (at, value, done) => tell.pose(state.angles().map((old, index) => (index === at ? value : old)), done),
    choose: (id) => {
      write({ line: id, ...state.moved(state.angles(), id) });
      sayNow();
    },
    go: (angles, id) => {
      write({ ...(id ? { line: id } : {}), ...state.moved(angles, id) });
      sayNow();
    },
    strike: (at) => {
      write({ kept: state.kept().filter((_, index) => index !== at).map(positionStored) });
      live.say("Struck off.");
    },
  };

  const select = h("select", { id: uid(), class: "hx-select ps-line", onchange: () => tell.choose(select.value) }, fixed.lines.map((line) => h("option", { value: line.id }, line.short)));
  const sliders = fixed.angles.slice(0, 3).map((angle, at) => hipSlider(at, angle, tell.angle));
  const gauge = positionGauge(state, records), rows = positionRows(state, tell.choose), kept = positionKept(state, tell), compare = positionCompare(state, records, tell);
  const views = fixed.views.map((view) => hipView(state, bones, view, { choose: () => {}, pose: tell.pose }));
  const posed = h("p", { class: "ps-posed" });
  const button = (words, name, onclick) => h("button", { type: "button", class: `gl-button ${name}`, onclick }, words);
  const keep = button("Write this position down", "ps-keep", () => {
    write({ kept: [...state.kept().map(positionStored), { line: state.line(), pose: state.poseOf(state.angles()) }] });
    live.say("Written down.");
  });
  const commit = button("Commit my best and compare", "ps-commit gl-main", () => {
    write({ committed: [...state.committed(), state.line()] });
    safely(paint);
    compare.el.focus({ preventScroll: true });
    compare.el.scrollIntoView({ block: "nearest" });
    live.say("Committed. The comparison follows.");
  });
  const standing = button("Back to standing", "ps-standing", () => tell.go([0, 0, 0]));
  const root = h("div", { class: "gl hx ps gl-wide", role: "region", "aria-label": records.say.title },
    h("p", { class: "ps-how" }, records.say.how),
    h("div", { class: "ps-body" },
      h("div", { class: "ps-pictures" }, h("div", { class: "hx-views" }, ...views.map((view) => view.el)), posed, h("p", { class: "hx-note" }, records.say.picture)),
      h("div", { class: "ps-search" }, h("p", { class: "ps-choose" }, h("label", { for: select.id }, "Line "), select), gauge.el,
        h("fieldset", { class: "hx-box" }, h("legend", {}, "Hip"), ...sliders.map((slider) => slider.el)), h("div", { class: "ps-buttons" }, commit, keep, standing))),
    compare.el, h("div", { class: "ps-below" }, kept.el, rows.el), h("p", { class: "hx-note" }, records.say.limits), live.node);

  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The position search could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint(resized) {
    const now = state.picture(), line = state.line(), done = state.committed().includes(line);
    if (select.value !== line) select.value = line;
    sliders.forEach((slider, at) => slider.show(now.pose[at]));
    views.forEach((view) => view.show(now, resized));
    putText(posed, positionWords(state.angles()));
    gauge.show(done);
    rows.show(now);
    kept.show();
    compare.show();
    commit.disabled = done || !state.best();
    putText(commit, done ? "Committed" : "Commit my best and compare");
    keep.disabled = state.kept().length >= POSITION_MOST_KEPT;
    putText(keep, keep.disabled ? `${POSITION_MOST_KEPT} written down: strike one off` : "Write this position down");
  }

  // Where a page without a kernel was before it was loaded again.
  function resume() {
    const before = memory.take();
    if (!before || !POSITION_TRAITS.every((name) => name in before)) return;
    for (const name of POSITION_TRAITS) model.set(name, before[name]);
    model.save_changes();
  }

  const releaseKeys = ownKeys(root), watch = new ResizeObserver(() => safely(() => paint(true)));
  function stop() {
    releaseKeys();
    watch.disconnect();
    changes.stop();
    views.forEach((view) => view.stop());
  }

  resume();
  el.replaceChildren(root);
  safely(paint);
  watch.observe(root);
  return stop;
}

export default { render };
