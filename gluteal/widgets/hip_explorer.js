// Hip explorer: everything follows the traits. A control changes a trait, paint() looks the pose up and shows it.

function render({ model, el }) {
  let stop = () => {}, gone = false;
  hipLoad(model).then((loaded) => {
    if (!gone) stop = hipExplorer(model, el, loaded);
  }).catch((fault) => sentence(el, `The hip explorer cannot be shown: ${fault.message} Run the cell again, or load the page again.`));
  return () => {
    gone = true;
    stop();
    el.replaceChildren();
  };
}

async function hipLoad(model) {
  const fixed = model.get("hip");
  if (fixed?.format !== 1) throw new Error("It was made by another version of the lessons.");
  const bones = JSON.parse(await unpackText(fixed.packed));
  const solids = Object.fromEntries(Object.entries(bones.solids).map(([name, solid]) => [name, hipUnpackSolid(solid)]));
  return { fixed, table: hipUnpackTable(bones.table), bones: { ...bones, solids } };
}

function hipExplorer(model, el, { fixed, table, bones }) {
  const state = hipState(model, fixed, table), live = liveRegion({ class: "gl-hidden" });
  const changes = hipChanges(model, () => safely(paint));

  const poseOf = (angles) => Object.fromEntries(HIP_ANGLES.map((name, at) => [name, Math.round(Math.min(fixed.angles[at].high, Math.max(fixed.angles[at].low, angles[at])) * 10) / 10]));
  const say = () => live.say(hipSays(state, state.now()));
  const tell = {
    set: (values) => {
      changes.change(values);
      say();
    },
    pose: (angles, done) => {
      changes.change({ pose: poseOf(angles) });
      if (done) say();
    },
    angle: (at, value, done) => tell.pose(state.pose().map((old, index) => (index === at ? value : old)), done),
    choose: (id) => tell.set({ line: id }),
    draw: (id, on) => changes.change({ shown: fixed.lines.map((line) => line.id).filter((key) => (key === id ? on : state.get("shown").includes(key))) }),
    drawAll: (on) => changes.change({ shown: on ? fixed.lines.map((line) => line.id) : [] }),
  };

  const presets = hipPresets(state, (one) => tell.pose(one.pose, true)), controls = hipControls(state, tell), picturing = hipPicturing(tell), saying = hipSaying(state);
  const views = fixed.views.map((view) => hipView(state, bones, view, tell)), rows = hipRows(state, tell), curve = hipCurve(state, tell), short = hipShort(state, tell);
  const alarm = h("p", { class: "hx-alarm", role: "alert", hidden: true });
  const root = h("div", { class: "gl hx gl-wide", role: "region", "aria-label": "Hip explorer" },
    h("div", { class: "hx-body" }, h("div", { class: "hx-top" }, presets.el, alarm), h("div", { class: "hx-pictures" }, h("div", { class: "hx-views" }, ...views.map((view) => view.el)), picturing.el, saying.el), controls.el,
      h("div", { class: "hx-side" }, curve.el, short.el), rows.el, hipCard(fixed)), live.node);

  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The hip explorer could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint(resized) {
    const now = state.now(), fault = state.fault();
    alarm.hidden = !fault;
    putText(alarm, fault);
    for (const part of [presets, controls, picturing, saying, ...views, rows, curve, short]) part.show(now, resized);
  }

  const releaseKeys = ownKeys(root), watch = new ResizeObserver(() => safely(() => paint(true)));
  function stop() {
    releaseKeys();
    watch.disconnect();
    changes.stop();
    views.forEach((view) => view.stop());
  }

  el.replaceChildren(root);
  safely(paint);
  watch.observe(root);
  return stop;
}

function hipCard(fixed) {
  return h("details", { class: "hx-card" }, h("summary", {}, "What this model is, and what it is not"),
    h("dl", {}, ...fixed.card.map(([title, words]) => [h("dt", {}, title), h("dd", {}, words)])), h("p", { class: "hx-note" }, "Sources: ", ...sourceLinks(fixed.sources)));
}

export default { render };
