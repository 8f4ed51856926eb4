// How hard the point is pressed: a slider over a teaching scale, its steps as buttons, and what was measured.

// tell: { press(value), release() }
function referralPressure(records, tell) {
  const { steps } = records;
  const base = uid();
  let dragging = false;
  const slider = h("input", { type: "range", id: `${base}-pressure`, min: 0, max: 100, step: 1, oninput: () => { dragging = true; tell.press(Number(slider.value)); dragging = false; } });
  const stops = steps.map((step) => h("button", { type: "button", class: "rx-step", "data-step": step.id, style: `--from: ${step.from}; --wide: ${step.to - step.from}`, onclick: () => tell.press(step.id === steps[0].id ? step.from : step.to) }, step.title));
  const felt = h("p", { class: "rx-felt", id: `${base}-felt` });
  const known = h("div", { class: "rx-known" });
  const press = h("button", { type: "button", class: "gl-button rx-press", onclick: () => tell.press(Number(slider.value) < 100 ? 100 : 0, true) });
  slider.setAttribute("aria-describedby", `${base}-felt`);
  const el = h("section", { class: "rx-pressure", "aria-label": "Pressure" },
    h("div", { class: "rx-slide" }, press, h("label", { for: `${base}-pressure` }, "Pressure on the point ", h("span", { class: "rx-scale-note" }, "(teaching scale, no unit)")),
      slider, h("div", { class: "rx-steps", role: "group", "aria-label": "Steps of the scale" }, ...stops)),
    felt, h("details", { class: "rx-measured" }, h("summary", {}, "What was measured?"), known));
  let read = null;

  function knownRows() {
    const rows = steps.filter((step) => step.known || step.statements.length);
    return [h("p", {}, "The scale orders what is felt; no pressure in kPa stands behind its steps."), ...rows.map((step) => h("section", {}, h("h4", {}, step.title), h("p", {}, step.known),
      h("ul", {}, ...step.statements.map((one) => h("li", {}, one.text, one.note ? h("span", { class: "rx-note" }, ` ${one.note}.`) : null, " ", gradeMark(records, one.grade), factSources(records, one.sources))),
        ...step.gaps.map((gap) => h("li", {}, gap.text, " ", factSources(records, gap.sources))))))];
  }
  known.replaceChildren(...knownRows());

  // value: where the slider stands; it may glide there.
  function show(exact) {
    const value = Math.round(exact);
    const step = steps.findLast((one) => value > one.from) ?? steps[0];
    if (Number(slider.value) !== value) slider.value = value;
    if (read === value) return;
    read = value;
    slider.setAttribute("aria-valuetext", `${value} of 100: ${step.title}`);
    stops.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.step === step.id));
    putText(felt, `${step.title}: ${step.felt}`);
    putText(press, value < 100 ? "Press" : "Let go");
  }

  return { el, show, dragging: () => dragging };
}
