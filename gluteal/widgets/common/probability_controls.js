// The settings of the probability lab: which test, its numbers, the probability before it.

// A slider in whole percent and a field that takes a decimal. say(share, done): done when the hand lets go.
function probSlider({ label, note, say }) {
  const id = uid();
  const range = h("input", { type: "range", id, min: 0, max: 100, step: 1, "aria-describedby": note && `${id}-n` });
  const field = h("input", { type: "number", min: 0, max: 100, step: "any", inputmode: "decimal", "aria-label": `${label}, typed` });
  const read = (node, done) => () => {
    const typed = node.value === "" || !Number.isFinite(node.valueAsNumber) ? null : Math.min(100, Math.max(0, node.valueAsNumber));
    if (typed !== null) say(Number((typed / 100).toFixed(4)), done);
    if (done) show(shown);
  };
  for (const node of [range, field]) {
    node.addEventListener("input", read(node, false));
    node.addEventListener("change", read(node, true));
  }
  let shown = 0;
  function show(share) {
    shown = share;
    const percent = Number((share * 100).toFixed(2));
    if (range.value !== String(Math.round(percent))) range.value = percent;
    const typing = document.activeElement === field && field.value !== "" && field.valueAsNumber >= 0 && field.valueAsNumber <= 100;
    if (!typing || field.valueAsNumber !== percent) if (!typing) field.value = percent;
    putAttribute(range, "aria-valuetext", `${percent} %`);
  }
  const el = h("div", { class: "pl-slider" }, h("label", { for: id }, label), range, h("span", { class: "pl-typed" }, field, h("span", { "aria-hidden": "true" }, "%")), note && h("p", { class: "pl-note", id: `${id}-n` }, note));
  return { el, show };
}

// Tests of one condition under its heading; the first choice is numbers of one's own.
function probTestList(records, none, tests) {
  const option = (one) => h("option", { value: one.id }, one.name);
  const groups = records.targets.map((target) => [target, tests.filter((one) => one.target === target)]).filter(([, found]) => found.length);
  return [h("option", { value: "" }, none), ...groups.map(([target, found]) => h("optgroup", { label: target }, found.map(option)))];
}

function probRadios(legend, name, words, choose) {
  const inputs = Object.fromEntries(Object.keys(words).map((value) => [value, h("input", { type: "radio", name, value, onchange: () => choose(value) })]));
  const el = h("fieldset", { class: "pl-choice" }, h("legend", {}, legend), Object.entries(inputs).map(([value, input]) => h("label", {}, input, words[value])));
  return { el, show: (value) => Object.entries(inputs).forEach(([own, input]) => (input.checked = own === value)) };
}

function probControls(state, set) {
  const { records } = state, id = uid();
  const list = h("select", { id, onchange: () => set(probOf(records, list.value), true) }, probTestList(records, "Numbers of your own", records.tests));
  const slide = (name, label, note) => probSlider({ label, note, say: (value, done) => set(name === "pre" ? { pre: value } : { [name]: value, test: "", second: "" }, done) });
  const sliders = {
    sensitivity: slide("sensitivity", "Sensitivity", "Positive among those who have it."),
    specificity: slide("specificity", "Specificity", "Negative among those who do not."),
    pre: slide("pre", "Before the test", records.say.pre),
  };
  const start = (words, share) => h("button", { type: "button", class: "pl-start", "data-pre": share, onclick: () => set({ pre: share }, true) }, `${words} ${probPercent(share)}`);
  const studied = h("button", { type: "button", class: "pl-start pl-studied", onclick: () => set({ pre: probStudied(state.test()) }, true) });
  const starts = h("div", { class: "pl-starts", role: "group", "aria-label": "Set the probability before the test" }, records.starts.map(([words, share]) => start(words, share)), studied);
  const el = h("div", { class: "pl-controls" },
    h("div", { class: "pl-box pl-test" }, h("label", { for: id, class: "pl-name" }, "Test, and what it was held against"), list, sliders.sensitivity.el, sliders.specificity.el),
    h("div", { class: "pl-box pl-pre" }, sliders.pre.el, starts));

  function show(now) {
    list.value = now.test?.id ?? "";
    for (const [name, slider] of Object.entries(sliders)) slider.show(now.settings[name]);
    const share = probStudied(now.test);
    studied.hidden = share === null;
    if (share !== null) putText(studied, `As in the study ${probPercent(share)}`);
    for (const button of starts.children) putAttribute(button, "aria-pressed", Math.abs((button === studied ? share ?? -1 : Number(button.dataset.pre)) - now.settings.pre) < 1e-9);
  }
  return { el, show };
}

// The traits of a test: its id and its numbers. A second test stays only where it can follow; the state sorts that out.
function probOf(records, id) {
  const test = records.tests.find((one) => one.id === id);
  return test ? { test: id, sensitivity: test.sensitivity, specificity: test.specificity, second: "" } : { test: "", second: "" };
}

function probStudied(test) {
  if (!test?.studied.length) return null;
  const [ill, well] = test.studied;
  return Number((ill / (ill + well)).toFixed(4));
}
