// Ready-made positions, four sliders that also take a typed number, the form of the model, what the picture shows.

const HIP_ENDS = [["Extension", "Flexion"], ["Abduction", "Adduction"], ["External rotation", "Internal rotation"], ["Knee straight", "Knee bent"]];

function hipSlider(at, { low, high }, tell) {
  const id = uid(), [less, more] = HIP_ENDS[at], signed = at < 3, name = signed ? `${more} (+), ${less.toLowerCase()} (−)` : "Knee bent";
  const range = h("input", { type: "range", id, min: low, max: high, step: 1 });
  const field = h("input", { type: "number", min: low, max: high, step: 1, inputmode: "numeric", "aria-label": `${name}, typed, degrees` });
  const label = h("label", { for: id }, name);
  let shown = 0;
  const read = (node, done) => () => {
    const typed = node.value === "" || !Number.isFinite(node.valueAsNumber) ? null : Math.min(high, Math.max(low, node.valueAsNumber));
    if (done) field.value = Math.round(typed ?? shown);
    if (typed !== null) tell(at, typed, done);
  };
  for (const node of [range, field]) {
    node.addEventListener("input", read(node, false));
    node.addEventListener("change", read(node, true));
  }
  function show(value) {
    shown = value;
    const whole = String(Math.round(value)), typing = document.activeElement === field && field.value !== "" && field.valueAsNumber >= low && field.valueAsNumber <= high;
    if (range.value !== whole) range.value = whole;
    if (!typing && field.value !== whole) field.value = whole;
    putAttribute(range, "aria-valuetext", signed ? `${Math.abs(Math.round(value))} degrees${Math.round(value) ? ` of ${(value > 0 ? more : less).toLowerCase()}` : ""}` : `${whole} degrees`);
  }
  const el = h("div", { class: "hx-slider" }, label, h("span", { class: "hx-typed" }, field, h("span", { "aria-hidden": "true" }, "°")), range);
  return { el, show };
}

function hipPicturing(tell) {
  const form = h("select", { id: uid(), class: "hx-select", onchange: () => tell.set({ variant: form.value }) },
    h("option", { value: "via" }, "Straight, as published"), h("option", { value: "head24" }, "Bent over the femoral head"));
  const zooms = [["near", "Hip"], ["whole", "Whole thigh"]].map(([value, words]) => h("button", { type: "button", class: "hx-chip", "data-zoom": value, onclick: () => tell.set({ zoom: value }) }, words));
  const el = h("div", { class: "hx-row hx-picturing" }, h("span", { class: "hx-pair", role: "group", "aria-label": "Show" }, ...zooms), h("span", { class: "hx-pair" }, h("label", { for: form.id }, "Lines"), form));

  function show(now) {
    if (form.value !== now.variant) form.value = now.variant;
    for (const button of zooms) putAttribute(button, "aria-pressed", button.dataset.zoom === now.zoom);
  }
  return { el, show };
}

function hipControls(state, tell) {
  const sliders = state.fixed.angles.map((angle, at) => hipSlider(at, angle, tell.angle));
  const note = h("p", { class: "hx-note" }, "Or take hold of the thigh in a picture. The knee changes the tensor fasciae latae only.");
  const el = h("fieldset", { class: "hx-box hx-controls" }, h("legend", {}, "Pose"), ...sliders.map((slider) => slider.el), note);
  return { el, show: (now) => sliders.forEach((slider, at) => slider.show(now.pose[at])) };
}

function hipPresets(state, tell) {
  const { positions } = state.fixed;
  const buttons = positions.map((one) => h("button", { type: "button", class: "hx-chip", "data-id": one.id, onclick: () => tell(one) }, one.name));
  const note = h("p", { class: "hx-note hx-preset-note" });
  const el = h("div", { class: "hx-presets" }, h("div", { class: "hx-chips", role: "group", "aria-label": "Positions" }, ...buttons), note);
  function show(now) {
    const on = positions.find((one) => one.pose.every((value, at) => Math.abs(value - now.pose[at]) < 0.01));
    buttons.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.id === on?.id));
    putText(note, on ? `${hipPoseWords(now.pose)}. ${on.note}.` : `${hipPoseWords(now.pose)}: a pose of your own. Corners of the sliders combine motions that most hips cannot reach together.`);
  }
  return { el, show };
}
