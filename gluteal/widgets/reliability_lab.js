// Reliability lab: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

function render({ model, el }) {
  try {
    const lab = model.get("lab");
    if (lab?.format !== 1) throw new Error("This lab was made by another version of the lessons.");
    return reliabilityLab(model, el, lab);
  } catch (fault) {
    sentence(el, `The reliability lab cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
  }
}

function reliabilityLab(model, el, lab) {
  const state = labState(model, lab), live = liveRegion({ class: "gl-hidden" });
  const changes = labChanges(model, () => safely(paint));
  const ways = { of: "", next: 0 };

  // --- what a learner does ---------------------------------------------------------------------------------
  // done: the hand has let go. Only then is it announced and, if it reproduces a published value, kept.
  function set(values, done) {
    changes.change(values);
    if (!done) return;
    keep();
    announce();
  }

  function choosePreset(preset) {
    const { patients } = preset, same = preset.sensitivity_first === preset.sensitivity_second && preset.specificity_first === preset.specificity_second;
    set({ ...labOnly(preset), patients, same_skill: same }, true);
  }

  function choose(id) {
    set({ target: id }, false);
    keep();
    live.say(state.target() ? `${state.target().name} chosen. ${labNear(state.target(), state.compute().longRun.measures.kappa, lab.limits.near)}` : "No published value chosen.");
  }

  function showWay() {
    const aim = state.target();
    if (ways.of !== aim.id) Object.assign(ways, { of: aim.id, next: 0 });
    const way = aim.ways[ways.next % aim.ways.length];
    ways.next += 1;
    const same = way.sensitivity_first === way.sensitivity_second && way.specificity_first === way.specificity_second;
    set({ ...labOnly(way), same_skill: same }, true);
    target.name(way.words);
    live.say(`${way.words}. ${labNear(aim, state.compute().longRun.measures.kappa, lab.limits.near)}`);
  }

  function keep() {
    const target = state.target(), settings = state.settings(), known = labFound(state);
    if (!labReached(target, state.compute().longRun.measures.kappa, lab.limits.near)) return;
    const twin = (one) => one.target === target.id && LAB_SHARES.every((name) => Math.abs(one[name] - settings[name]) < 1e-9);
    if (!known.some(twin)) changes.change({ found: [...known, { target: target.id, ...settings }].slice(-60) });
  }

  function forget() {
    changes.change({ found: labFound(state).filter((one) => one.target !== state.get("target")) });
    root.querySelector(".rl-way")?.focus();
    live.say("The settings are forgotten.");
  }

  function seed(value) {
    const { seed: most } = lab.limits;
    if (Number.isFinite(value)) set({ seed: value > most ? (value === most + 1 ? 0 : most) : Math.max(0, Math.round(value)) }, true);
    paint();
  }

  function announce() {
    const { study, longRun } = state.compute();
    const interval = study.measures.kappa === null ? "" : `, interval ${labInterval(study.measures)}`;
    live.say(`Agreement ${labPercent(study.measures.agreement)}. Kappa ${labKappa(study.measures.kappa)} in this study${interval}; ${labKappa(longRun.measures.kappa)} in the long run.`);
  }

  // --- the parts of the page -------------------------------------------------------------------------------
  const presets = labPresets(state, choosePreset), controls = labControls(state, { set }), headline = labHeadline(state), study = labStudyPanel(state, { set, seed });
  const scale = labScale(state, choose), target = labTarget(state, { way: showWay, forget }), numbers = labNumbers(state);
  const alarm = h("p", { class: "rl-alarm", role: "alert", hidden: true });
  const root = h("div", { class: "gl rl gl-wide", role: "region", "aria-label": "Reliability lab" },
    h("div", { class: "rl-body" }, h("div", { class: "rl-top" }, presets.el, alarm), h("div", { class: "rl-middle" }, headline.el, study.el), controls.el, h("div", { class: "rl-right" }, target.el, scale.el), numbers.el), live.node);

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the lab.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The reliability lab could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint() {
    const now = state.compute(), fault = state.fault();
    alarm.hidden = !fault;
    putText(alarm, fault);
    for (const part of [presets, headline, controls, study, scale, target, numbers]) part.show(now);
    if (!fault) model.set("result", labResult(now));
  }

  function stop() {
    releaseKeys();
    changes.stop();
  }

  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  safely(paint);
  return () => {
    stop();
    el.replaceChildren();
  };
}

const labOnly = (settings) => Object.fromEntries(LAB_SHARES.map((name) => [name, settings[name]]));

export default { render };
