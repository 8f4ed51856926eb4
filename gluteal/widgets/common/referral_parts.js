// Smaller parts of the referral explorer: switches, the chips of what is chosen, the choice of A and B.

// A row of buttons of which one is on. choices: [[value, words]]
function referralSwitch(label, choices, choose) {
  const buttons = choices.map(([value, words]) => h("button", { type: "button", "data-value": value, onclick: () => choose(value) }, words));
  const el = h("div", { class: "rx-group", role: "group", "aria-label": label }, ...buttons);
  return { el, show: (value) => buttons.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.value === value)) };
}

function referralCheck(words, change, css = "") {
  const id = uid();
  const input = h("input", { type: "checkbox", id, onchange: () => change(input.checked) });
  return { el: h("span", { class: `rx-check ${css}` }, input, h("label", { for: id }, words)), show: (on) => { input.checked = Boolean(on); } };
}

// What is chosen, each with its letter, colour and texture: the legend of the charts.
function referralChips(state, tell) {
  const list = h("ul", { class: "rx-chips", "aria-label": "Chosen points" });
  let drawn = "";

  function chip(id) {
    const look = state.lookOf(id), lettered = state.shown().length > 1;
    return h("li", { class: "rx-chip", "data-id": id },
      h("button", { type: "button", class: "rx-chip-name", "aria-pressed": String(state.get("selected") === id), title: "Open its card", onclick: () => tell.read(id) },
        textureSwatch(look), lettered ? letterBadge(look) : null, h("span", {}, state.name(id))),
      h("button", { type: "button", class: "rx-chip-off", "aria-label": `Take ${state.name(id)} away`, onclick: () => tell.remove(id) }, "×"));
  }

  function show() {
    const ids = state.shown();
    const key = JSON.stringify([ids, state.get("selected"), state.mode()]);
    if (key === drawn) return;
    drawn = key;
    const held = list.contains(document.activeElement) ? document.activeElement.closest("li")?.dataset.id : null;
    list.replaceChildren(...ids.map(chip), ...(ids.length ? [] : [h("li", { class: "rx-nothing" }, "Nothing chosen. Choose a point on the plate or in the list.")]));
    if (held) (list.querySelector(`[data-id="${held}"] button`) ?? list.querySelector("button"))?.focus({ preventScroll: true });
  }

  return { el: list, show };
}

// A and B of the comparing modes, by name.
function referralPair(state, tell) {
  const base = uid();
  const options = () => state.records.groups.map((group) => h("optgroup", { label: group.title }, ...group.ids.map((id) => h("option", { value: id }, state.name(id)))));
  const selects = ["A", "B"].map((letter, index) => h("select", { id: `${base}-${letter}`, onchange: (event) => tell.pair(index, event.target.value) }, h("option", { value: "" }, "choose …"), ...options()));
  const swap = h("button", { type: "button", class: "gl-button rx-swap", onclick: tell.swap }, "Swap");
  const el = h("div", { class: "rx-pair" }, ...selects.map((select, index) => h("label", {}, letterBadge(state.records.looks[index]), h("span", { class: "gl-hidden" }, `Point ${"AB"[index]}`), select)), swap);

  function show() {
    el.hidden = !state.comparing();
    state.pair().forEach((id, index) => { selects[index].value = id; });
  }

  return { el, show };
}
