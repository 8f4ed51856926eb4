// The settings: ready postures, sliders that also take a typed number, the sides.

// A slider and a field of the same number. say(value, done): done when the hand lets go.
function stanceSlider({ id: key, label, unit, low, high, step }, say) {
  const id = uid(), range = h("input", { type: "range", id, min: low, max: high, step });
  const field = h("input", { type: "number", min: low, max: high, step, inputmode: "decimal", "aria-label": `${label}, typed` });
  const read = (node, done) => () => {
    const typed = node.value === "" || !Number.isFinite(node.valueAsNumber) ? null : node.valueAsNumber;
    if (typed !== null) say(Math.round(Math.min(high, Math.max(low, typed)) / step) * step, done);
    if (done) show(shown, true);
  };
  for (const node of [range, field]) {
    node.addEventListener("input", read(node, false));
    node.addEventListener("change", read(node, true));
  }
  let shown = low;
  function show(value, settled = false) {
    shown = value;
    if (range.value !== String(value)) range.value = value;
    if (settled || document.activeElement !== field) field.value = value;
    putAttribute(range, "aria-valuetext", `${stanceNumber(value)} ${unit}`);
  }
  return { el: h("div", { class: "ss-slider", "data-id": key }, h("label", { for: id }, label), range, h("span", { class: "ss-typed" }, field, h("span", { "aria-hidden": "true" }, unit))), show };
}

function stanceRadios(legend, options, choose) {
  const name = uid();
  const inputs = options.map(([id, words]) => [id, h("input", { type: "radio", name, value: id, onchange: () => choose(id) }), words]);
  const el = h("fieldset", { class: "ss-radios" }, h("legend", {}, legend), ...inputs.map(([, input, words]) => h("label", { class: "ss-choice" }, input, h("span", {}, words))));
  return { el, show: (value) => inputs.forEach(([id, input]) => (input.checked = id === value)) };
}

function stanceControls(state, tell) {
  const sliders = Object.fromEntries(state.records.controls.map((one) => [one.id, stanceSlider(one, (value, done) => tell({ [one.id]: value }, done))]));
  const hand = stanceRadios("Stick in the hand of the", [["opposite", "lifted side"], ["same", "standing side"]], (id) => tell({ stick_hand: id }, true));
  const side = stanceRadios("Stands on the", [["right", "right leg"], ["left", "left leg"]], (id) => tell({ standing_side: id }, true));
  const shift = h("p", { class: "ss-note" });
  const box = (legend, ...kids) => h("fieldset", { class: "ss-box" }, h("legend", {}, legend), ...kids);
  const el = h("div", { class: "ss-controls" },
    box("Person", side.el, sliders.body_mass_kg.el, sliders.strength_pct.el), box("Posture", sliders.lean_deg.el, sliders.drop_deg.el, shift),
    box("Hands", sliders.stick_pct.el, hand.el, sliders.load_opposite_kg.el, sliders.load_same_kg.el),
    h("details", { class: "ss-more" }, h("summary", {}, "Build of the hip"), sliders.arm_change_pct.el, sliders.width_change_pct.el, h("p", { class: "ss-note" }, "Longer or shorter than in the model, for instance after a change of the neck of the femur. For teaching; nobody was measured.")));

  function show(now) {
    for (const [id, slider] of Object.entries(sliders)) slider.show(now.settings[id]);
    hand.show(now.settings.stick_hand);
    side.show(now.side);
    const cm = (now.upright.centre_m - now.held.centre_m) * 100;
    putText(shift, Math.abs(cm) < 0.05 ? "Centre of mass over the middle of the pelvis." : `Centre of mass ${Math.abs(cm).toFixed(1)} cm ${cm > 0 ? "nearer to" : "further from"} the standing hip than upright.`);
  }
  return { el, show };
}

function stancePresets(state, choose) {
  const buttons = state.records.presets.map((preset) => h("button", { type: "button", class: "ss-preset", "data-id": preset.id, onclick: () => choose(preset) }, preset.title));
  const note = h("p", { class: "ss-note ss-preset-note" });
  const el = h("div", { class: "ss-presets" }, h("div", { class: "ss-preset-row", role: "group", "aria-label": "Ready postures" }, ...buttons), note);
  function show(now) {
    const same = (preset) => Object.entries(preset.settings).every(([name, value]) => now.settings[name] === value || (name === "stick_hand" && !now.settings.stick_pct));
    const on = state.records.presets.find(same);
    buttons.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.id === on?.id));
    putText(note, on?.note ?? "Your own posture.");
  }
  return { el, show };
}
