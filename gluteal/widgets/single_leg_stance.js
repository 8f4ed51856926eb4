// Standing on one leg: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

async function render({ model, el }) {
  const gone = { stopped: false, stop: () => {} };
  try {
    const records = model.get("stance");
    if (records?.format !== 1) throw new Error("This widget was made by another version of the lessons.");
    const art = JSON.parse(await unpackText(model.get("figure")));
    if (!gone.stopped) gone.stop = singleLegStance(model, el, records, art);
  } catch (fault) {
    sentence(el, `The picture of standing on one leg cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
  }
  return () => {
    gone.stopped = true;
    gone.stop();
    el.replaceChildren();
  };
}

function singleLegStance(model, el, records, art) {
  const state = stanceState(model, records), live = liveRegion({ class: "gl-hidden" });
  const changes = stanceChanges(model, state.names, () => safely(paint));

  // --- what a learner does ---------------------------------------------------------------------------------
  // done: the hand has let go. Only then is it announced.
  function set(values, done) {
    changes.change(values);
    if (done) announce();
  }

  function announce() {
    if (state.covered()) return live.say("Posture changed. The forces are covered.");
    const { held, verdict } = state.compute();
    live.say(`Abductors ${stanceTimes(held.abductor_bw)}, hip joint ${stanceTimes(held.joint_bw)} times body weight. ${verdict.title}.`);
  }

  // --- the parts of the page -------------------------------------------------------------------------------
  const presets = stancePresets(state, (preset) => set(preset.settings, true)), controls = stanceControls(state, set);
  const picture = stancePicture(state, art, (id) => set({ picture: id }, false), () => safely(paint)), bars = stanceBars(state, () => set({ covered: !state.covered() }, true)), words = stanceVerdictPanel(state, set);
  const alarm = h("p", { class: "ss-alarm", role: "alert", hidden: true });
  const root = h("div", { class: "gl ss gl-wide", role: "region", "aria-label": "Standing on one leg" },
    h("div", { class: "ss-layout" }, h("div", { class: "ss-top" }, presets.el, alarm), picture.el, bars.el, words.el, controls.el, bars.beside), live.node);

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the picture.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The picture of standing on one leg could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint() {
    const now = state.compute(), fault = state.fault();
    alarm.hidden = !fault;
    putText(alarm, fault);
    for (const part of [presets, controls, picture, bars, words]) part.show(now);
    if (!fault) model.set("result", stanceResult(now));
  }

  function stop() {
    releaseKeys();
    changes.stop();
    picture.stop();
  }

  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  safely(paint);
  return stop;
}

export default { render };
