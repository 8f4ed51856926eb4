// The tools: which chart, how much of it, paint or erase, brush, intensity, undo and redo, clear, mirror.

function painSwitch(label, choices, choose, css = "") {
  const buttons = choices.map(([value, words, title]) => h("button", { type: "button", "data-value": value, title, onclick: () => choose(value) }, words));
  const el = h("div", { class: `gd-group ${css}`, role: "group", "aria-label": label }, buttons);
  return { el, buttons, show: (value) => buttons.forEach((one) => putAttribute(one, "aria-pressed", one.dataset.value === value)) };
}

// act: { set(name, value), undo, redo, clear, mirror }
function painTools(tables, state, act) {
  const charts = painSwitch("Charts", tables.views.map(({ id, title }) => [id, title]), (value) => act.set("chart", value), "gd-charts");
  const parts = painSwitch("How much of the body", [["whole", "Whole", "Show the whole body"], ["upper", "Upper", "Enlarge the upper half"], ["lower", "Lower", "Enlarge the lower half"]], (value) => act.set("part", value));
  const tool = painSwitch("Tool", [["paint", "Paint"], ["erase", "Erase"]], (value) => act.set("tool", value));
  const brush = painSwitch("Brush", tables.brushes.map(({ id, title, mm }) => [id, h("span", { class: "gd-brush", style: `--mm:${mm}` }, h("span", { class: "gl-hidden" }, `${title}, ${mm} mm`)), `${title} brush, ${mm} mm`]), (value) => act.set("brush", value), "gd-brushes");
  const steps = Array.from({ length: tables.strongest + 1 }, (_, value) => h("input", { type: "radio", value, "aria-label": painStepWords(value, tables), onchange: () => act.set("intensity", value) }));
  const group = uid();
  steps.forEach((step) => (step.name = group));
  const intensity = h("fieldset", { class: "gd-intensity" }, h("legend", {}, "Intensity"),
    h("div", { class: "gd-steps" }, steps.map((step, value) => h("label", { class: "gd-step-label" }, step, painSwatch(tables.scale, value, 30), h("span", {}, value)))),
    h("p", { class: "gd-ends", "aria-hidden": "true" }, h("span", {}, "0 no pain (erases)"), h("span", {}, `${tables.strongest} worst imaginable`)));
  const press = (words, name, css) => h("button", { type: "button", class: `gl-button ${css}`, onclick: () => act[name]() }, words);
  const buttons = { undo: press("Undo", "undo", "gd-undo"), redo: press("Redo", "redo", "gd-redo"), clear: press("Clear", "clear", "gd-clear"), mirror: press("Mirror", "mirror", "gd-mirror") };
  buttons.mirror.title = "Exchange left and right in the whole drawing";
  const top = h("div", { class: "gd-row" }, charts.el, parts.el);
  const work = h("div", { class: "gd-row gd-work" }, tool.el, brush.el,
    h("div", { class: "gd-buttons" }, Object.values(buttons)), intensity);

  function show(narrow) {
    const locked = state.get("locked");
    charts.show(act.shownView());
    charts.buttons.forEach((one) => (one.hidden = narrow && tables.views.find((view) => view.id === one.dataset.value).charts.length > 1));
    parts.show(state.get("part"));
    tool.show(state.get("tool"));
    brush.show(state.get("brush"));
    work.hidden = locked;
    steps.forEach((step, value) => (step.checked = value === state.get("intensity")));
    // Not disabled: a button that has the focus keeps it.
    putAttribute(buttons.undo, "aria-disabled", !state.canUndo());
    putAttribute(buttons.redo, "aria-disabled", !state.canRedo());
    for (const name of ["clear", "mirror"]) putAttribute(buttons[name], "aria-disabled", state.isEmpty());
  }

  return { top, work, show };
}

const painStepWords = (value, { strongest }) => (value ? `${value}${value === strongest ? ", worst imaginable pain" : ""}` : "0, no pain: the brush erases");
