// Which exercise: by group, muscle and what is at hand; and which go on the printed sheet.

function exerciseList(records, state) {
  const every = records.groups.flatMap(([, ids]) => ids), one = every.length === 1;
  const filter = (label, options) => h("select", { class: "ep-filter", "aria-label": label, onchange: show }, h("option", { value: "" }, label), options.map(([value, words]) => h("option", { value }, words)));
  const muscle = filter("Any muscle", records.muscles), thing = filter("Any equipment", records.equipment.map((word) => [word, word]));
  const pick = h("select", { class: "ep-pick", "aria-label": "Exercise", onchange: () => state.open(pick.value) });
  const walk = (by, sign, words) => h("button", { type: "button", class: "gl-button ep-walk", "aria-label": words, title: words, onclick: () => { const left = shown(), at = left.indexOf(state.exercise()); state.open(left[at < 0 && by < 0 ? left.length - 1 : (at + by + left.length) % left.length]); } }, sign);
  const count = h("span", { class: "ep-count", role: "status" });
  const shown = () => every.filter((id) => (!muscle.value || records.exercises[id].muscles.includes(muscle.value)) && (!thing.value || records.exercises[id].equipment.includes(thing.value)));
  const el = h("div", { class: "ep-list", hidden: one }, h("div", { class: "ep-filters" }, muscle, thing, count), h("div", { class: "ep-choose" }, walk(-1, "‹", "Exercise before"), pick, walk(1, "›", "Next exercise")));

  function show() {
    const left = shown(), now = state.exercise();
    const groups = records.groups.map(([title, ids]) => [title, ids.filter((id) => left.includes(id) || id === now)]).filter(([, ids]) => ids.length);
    pick.replaceChildren(...groups.map(([title, ids]) => h("optgroup", { label: title }, ids.map((id) => h("option", { value: id, selected: id === now }, records.exercises[id].name)))));
    putText(count, left.length === every.length ? `${every.length} exercises` : left.length ? `${left.length} of ${every.length} exercises` : "No exercise fits both: choose less");
    for (const button of el.querySelectorAll(".ep-walk")) button.disabled = left.length < 2 && left[0] === now || !left.length;
  }
  return { el, show };
}

// Tick boxes of the printed sheet.
function exerciseSheetList(records, state) {
  const boxes = records.groups.flatMap(([, ids]) => ids).map((id) => [id, h("input", { type: "checkbox", value: id, onchange: () => state.choose(id) })]);
  const label = Object.fromEntries(boxes.map(([id, box]) => [id, h("label", { class: "ep-choice" }, box, records.exercises[id].name)]));
  const summary = h("summary"), print = h("button", { type: "button", class: "gl-button ep-print-set", onclick: state.printSet }, "Print the chosen set");
  const el = h("details", { class: "ep-sheet-list" }, summary, h("p", { class: "ep-note" }, "Tick what goes on the sheet."), records.groups.map(([title, ids]) => h("fieldset", {}, h("legend", {}, title), ids.map((id) => label[id]))), print);
  return {
    el,
    show(chosen) {
      for (const [id, box] of boxes) box.checked = chosen.includes(id);
      print.disabled = !chosen.length;
      putText(summary, chosen.length ? `Sheet of a set: ${chosen.length} chosen` : "Sheet of a set: choose exercises");
    },
  };
}
