// The settings of the lab: sliders that also take a typed number, the switch for equal skill, ready-made settings.

// A slider and a field of the same number. say({ value, done }): done when the hand lets go.
function labSlider({ label, note, low, high, unit, say }) {
  const id = uid();
  const range = h("input", { type: "range", id, min: low, max: high, step: 1, "aria-describedby": note && `${id}-n` });
  const field = h("input", { type: "number", min: low, max: high, step: 1, inputmode: "numeric", "aria-label": `${label}, typed` });
  const read = (node, done) => () => {
    const typed = node.value === "" || !Number.isFinite(node.valueAsNumber) ? null : node.valueAsNumber;
    if (typed !== null) say(Math.round(Math.min(high, Math.max(low, typed))), done);
    if (done) show(shown);
  };
  for (const node of [range, field]) {
    node.addEventListener("input", read(node, false));
    node.addEventListener("change", read(node, true));
  }
  let shown = low;
  function show(value) {
    shown = value;
    if (range.value !== String(value)) range.value = value;
    if (document.activeElement !== field || field.value === "" || field.valueAsNumber < low || field.valueAsNumber > high) field.value = value;
    putAttribute(range, "aria-valuetext", `${value}${unit && ` ${unit}`}`);
  }
  const el = h("div", { class: "rl-slider" }, h("label", { for: id }, label), range, h("span", { class: "rl-typed" }, field, h("span", { "aria-hidden": "true" }, unit)), note && h("p", { class: "rl-note", id: `${id}-n` }, note));
  return { el, show, lock: (off) => [range, field].forEach((node) => (node.disabled = off)) };
}

function labControls(state, tell) {
  const { lab } = state;
  const share = (name, label, note) => [name, labSlider({ label, note, low: 0, high: 100, unit: "%", say: (value, done) => tell.set({ [name]: value / 100 }, done) })];
  const sliders = Object.fromEntries([
    share("prevalence", "Have the finding"), share("sensitivity_first", "Sensitivity"), share("specificity_first", "Specificity"),
    share("sensitivity_second", "Sensitivity"), share("specificity_second", "Specificity"),
    share("shared", "Shared error", "In this share of the answers something common, such as the same training or the same story heard before, moves both raters the same way."),
  ]);
  const patients = labSlider({ label: "How many", low: 1, high: lab.limits.patients, unit: "", say: (value, done) => tell.set({ patients: value }, done) });
  const same = h("input", { type: "checkbox", id: uid(), onchange: () => tell.set({ same_skill: same.checked }, true) });
  const box = (legend, ...kids) => h("fieldset", { class: "rl-box" }, h("legend", {}, legend), ...kids);
  const el = h("div", { class: "rl-controls" },
    box("Patients", sliders.prevalence.el, patients.el), box("Rater 1", sliders.sensitivity_first.el, sliders.specificity_first.el),
    box("Rater 2", h("div", { class: "rl-check" }, same, h("label", { for: same.id }, "Same skill as rater 1")), sliders.sensitivity_second.el, sliders.specificity_second.el),
    box("Both", sliders.shared.el),
    h("p", { class: "rl-note" }, "Sensitivity: share of “yes” in patients who have the finding. Specificity: share of “no” in those who do not. Settings are for teaching: nobody has measured them for a trigger point, because there is no test that shows the truth."));

  function show(now) {
    const whole = (name) => Math.round(now.settings[name] * 100);
    for (const [name, slider] of Object.entries(sliders)) slider.show(whole(name));
    patients.show(now.n);
    same.checked = Boolean(state.get("same_skill"));
    for (const name of ["sensitivity_second", "specificity_second"]) sliders[name].lock(same.checked);
  }

  return { el, show };
}

function labPresets(state, choose) {
  const buttons = state.lab.presets.map((preset) => h("button", { type: "button", class: "rl-preset", "data-id": preset.id, onclick: () => choose(preset) }, preset.title));
  const note = h("p", { class: "rl-preset-note" });
  const el = h("div", { class: "rl-presets" }, h("div", { class: "rl-preset-row", role: "group", "aria-label": "Begin with" }, ...buttons), note);
  function show(now) {
    const on = state.lab.presets.find((preset) => preset.patients === now.n && LAB_SHARES.every((name) => Math.abs(preset[name] - now.settings[name]) < 1e-9));
    buttons.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.id === on?.id));
    putText(note, on?.note ?? "Your own settings.");
  }
  return { el, show };
}
