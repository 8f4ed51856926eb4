// A second test: only with the warning that it may add less than the formula says, and both ends shown.

function probSecondPart(state, set) {
  const { records } = state, id = uid();
  const list = h("select", { id, onchange: () => set({ second: list.value }, true) });
  const result = probRadios("Its result is", uid(), { positive: "positive", negative: "negative" }, (value) => set({ second_outcome: value }, true));
  const said = h("p", { class: "pl-both" }), studies = h("p", { class: "pl-note" });
  const warning = h("p", { class: "pl-warning", role: "note" }, h("strong", {}, "Two tests are not twice the knowledge. "), records.say.second);
  const answer = h("div", { class: "pl-answer" }, result.el, warning, said, studies);
  const none = h("p", { class: "pl-note" });
  const chosen = h("div", { class: "pl-second-choice" }, h("label", { for: id, class: "pl-name" }, "A second test for the same condition"), list);
  const el = h("section", { class: "pl-box pl-second", "aria-label": "A second test" }, chosen, none, answer);
  let listed = null;

  function show(now) {
    const choices = state.seconds(now.test), key = choices.map((one) => one.id).join();
    if (key !== listed) list.replaceChildren(...probTestList(records, "None", choices));
    listed = key;
    list.value = now.second?.test.id ?? state.get("second") ?? "";
    if (list.selectedIndex < 0) list.value = "";
    chosen.hidden = !choices.length;
    putText(none, choices.length ? "" : now.test ? `No second test for this condition was read with sensitivity and specificity.` : "Choose a test from the list to add a second one.");
    answer.hidden = !list.value;
    result.show(state.get("second_outcome"));
    putText(said, probBoth(now, list.value));
    putText(studies, now.second ? probStudies(now.test, now.second.test) : "");
  }
  return { el, show };
}

function probBoth({ second, outcome }, chosen) {
  if (!chosen) return "";
  if (!second) return "After these results the formula gives no probability.";
  const { before, after } = second;
  return `First ${outcome}, second ${second.outcome}: ${probPercent(before)} if the second adds nothing; ${probPercent(after)} if both err independently.`;
}

function probStudies(first, second) {
  if (first.source === second.source) return `Both were measured in the same people (${first.population || "population not read"}).`;
  if (first.reference !== second.reference) return `Held against different reference standards (${first.reference}; ${second.reference}) in different people: to be taken together only with great care.`;
  return "Measured in different people by different examiners.";
}
