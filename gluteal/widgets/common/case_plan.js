// The plan of a case: the plan builder with a small model of its own, which the room keeps.

const CASE_WISHES = { goal: "loosen-buttock", irritability: "moderate", findings: [], asked: false, equipment: ["floor", "wall", "chair"], minutes: 20, days: 3 };

// What PlanBuilder's page asks of a model: traits by name, and being told of changes.
function casePlanModel(start, changed) {
  const values = { ...start };
  return {
    get: (name) => values[name],
    set: (name, value) => (values[name] = value),
    save_changes: () => changed(Object.fromEntries(PLAN_INPUTS.map((name) => [name, values[name]]))),
    on: () => {}, off: () => {},
  };
}

const caseWishes = (room, one) => ({ ...CASE_WISHES, ...room.state.wishes(one), red_flags: one.plan.red_flags });

// The plan that stands: made anew from what was wished, so that nothing but the wishes is kept.
function caseMade(room, one) {
  const wishes = caseWishes(room, one);
  return planKnown(room.plans, wishes) ? planMake(room.plans, wishes) : null;
}

function casePlanMaker(room, one) {
  const { say } = room.records, host = h("div", { class: "cr-builder" });
  const note = h("p", { class: "cr-quiet", "aria-live": "polite" });
  const commit = h("button", { type: "button", class: "gl-button gl-main cr-commit-plan", onclick: () => ready() && (room.state.finish(one), room.finished()) }, say.commit_plan);
  const ready = () => !["findings-unanswered", "unanswered"].includes(caseMade(room, one)?.state ?? "unanswered");
  const show = () => {
    commit.disabled = !ready();
    putText(note, ready() ? "" : say.not_yet);
  };
  const model = casePlanModel(caseWishes(room, one), ({ red_flags, ...wishes }) => (room.state.wish(one, wishes), show()));
  room.release(planBuilder(room.plans, room.figure, model, host, { take: () => null, keep: () => {} }));
  host.querySelectorAll(".pb-flags input, .pb-clear").forEach((part) => (part.disabled = true));
  show();
  return h("section", { class: "cr-stage cr-open", "data-stage": "wishes", "aria-label": say.yours }, h("p", { class: "cr-quiet" }, say.plan_lead), host, note, commit);
}
