// The end of a case: the learner's plan beside the model answer, and every decision beside what the data say.

function caseEnd(room, one) {
  const { say } = room.records, right = one.stages.filter((stage) => caseRight(stage, room.state.chosen(one, stage)) === stage.picks).length;
  const again = h("button", { type: "button", class: "gl-button cr-again", onclick: () => (room.state.again(one), room.begun()) }, say.again);
  const print = h("button", { type: "button", class: "gl-button gl-main cr-print", onclick: () => casePrint(room, one) }, say.print);
  return h("section", { class: "cr-stage cr-end", "aria-label": say.compare },
    h("h4", { tabindex: -1, class: "cr-name" }, say.compare), h("div", { class: "cr-two" }, casePlanSide(room, say.yours, caseMade(room, one)), casePlanSide(room, say.model, one.model_plan)),
    h("div", { class: "cr-model" }, one.model_answer.map((words) => h("p", {}, words)), h("p", { class: "cr-quiet" }, say.another)),
    h("h4", { class: "cr-name" }, say.end), h("p", {}, say.agreed.replace("{right}", right)), caseTable(room, one),
    h("details", { class: "cr-sources" }, h("summary", {}, say.sources), h("ul", {}, one.source_keys.map((key) => h("li", {}, room.records.sources[key].reference)))),
    h("div", { class: "cr-tools" }, print, again));
}

// What a plan holds, in few lines; wished: the findings that were ticked or that the model answer has.
function casePlanWords(room, plan, wished) {
  const { say } = room.records, { goals, levels, findings, exercises, no_plan, flags } = room.plans;
  if (!plan) return [[say.no_plan, []]];
  if (no_plan[plan.state]) return [[no_plan[plan.state], flags.filter((flag) => plan.red_flags.includes(flag.id)).map((flag) => `${flag.action}.`)]];
  return [
    [say.goal, [goals[plan.goal].name]], [say.level, [levels[plan.irritability].name]],
    [say.forbidden, wished.length ? wished.map((key) => findings[key].name) : [say.none]],
    [say.exercises, plan.items.map((item) => `${exercises[item.exercise].name}: ${planDose(room.plans, item.dose)}`)],
  ];
}

function casePlanSide(room, title, plan) {
  const one = room.state.current(), wished = plan === one.model_plan ? one.plan.findings : caseWishes(room, one).findings;
  const parts = casePlanWords(room, plan, wished).map(([name, lines]) => [h("dt", {}, name), lines.map((line) => h("dd", {}, line))]).flat(2);
  return h("div", { class: "cr-plan" }, h("h5", {}, title), h("dl", {}, parts));
}

const caseTexts = (stage, wanted) => stage.options.filter(wanted).map((option) => option.text).join("; ");

function caseTable(room, one) {
  const { say } = room.records;
  const row = (stage) => {
    const chosen = room.state.chosen(one, stage);
    return h("tr", {}, h("th", { scope: "row" }, stage.name), h("td", { "data-label": say.decided }, caseTexts(stage, (option) => chosen.includes(option.id))),
      h("td", { "data-label": say.data }, caseTexts(stage, (option) => option.right)), h("td", {}, caseRight(stage, chosen) === stage.picks ? "✓" : stage.picks > 1 ? `${caseRight(stage, chosen)} / ${stage.picks}` : "✗"));
  };
  const head = h("tr", {}, [say.stage, say.decided, say.data].map((words) => h("th", { scope: "col" }, words)), h("td", {}));
  return h("table", { class: "cr-table" }, h("thead", {}, head), h("tbody", {}, one.stages.map(row)));
}
