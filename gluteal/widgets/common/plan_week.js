// The plan in words: exercises with dose and days, what was refused and why, when to stop or do more.

const planDose = (records, dose) => records.doses[[dose.sets, dose.repetitions, dose.hold_s, dose.sides].join("-")];
const planMinutes = (seconds) => (seconds ? `${Math.ceil(seconds / 60)} min` : "rest");
const planWhy = (rule) => [" ", h("span", { class: "pb-grade", title: rule.grade }, rule.symbol), rule.sources.length ? " " : ` ${rule.grade}`, ...sourceLinks(rule.sources)];

function planView(records, plan, pictures) {
  if (records.no_plan[plan.state]) return planNone(records, plan);
  const goal = records.goals[plan.goal];
  return [
    h("h4", {}, goal.name), h("p", { class: "pb-note" }, `${goal.words}.`, planWhy(goal)),
    planSteps(records, plan, (step) => step === "stop", true),
    h("ol", { class: "pb-items" }, plan.items.map((item) => planItem(records, item, pictures))),
    planDays(records, plan), ...planAside(records, plan), planSteps(records, plan, (step) => step !== "stop", false),
  ];
}

function planNone(records, plan) {
  const urgent = plan.state === "red-flag", flags = records.flags.filter((flag) => plan.red_flags.includes(flag.id));
  const words = (flag) => h("li", {}, urgent ? `${flag.action}.` : flag.question), kind = urgent ? "pb-alarm" : "pb-none";
  const named = flags.length > 0 && flags.length < records.flags.length; // whoever has answered none need not read all twice
  return [h("p", { class: kind }, h("b", {}, records.no_plan[plan.state])), (urgent || named) && h("ul", { class: kind }, flags.map(words)), ...planAside(records, plan)].filter(Boolean);
}

function planItem(records, item, pictures) {
  const exercise = records.exercises[item.exercise], slot = records.slots[item.slot];
  const cautions = exercise.cautions.length ? h("p", { class: "pb-caution" }, `Care: ${exercise.cautions.join(". ")}.`) : "";
  return h("li", { "data-id": item.exercise }, pictures.image(item.exercise), h("b", {}, exercise.name), h("p", { class: "pb-dose" }, `${planDose(records, item.dose)} · ${item.days.length === 7 ? "every day" : item.days.join(", ")}`), cautions,
    h("details", {}, h("summary", {}, "How, and why"), h("p", {}, `${exercise.start}. ${exercise.movement}.`), h("p", {}, `${slot.name}: ${slot.why}.`, planWhy(slot)), h("p", {}, `Dose: ${exercise.basis || records.say.teaching}. ${exercise.symbol}`)));
}

// One row for each day; a column for each exercise, under its number in the list.
function planDays(records, plan) {
  const mark = (day, item) => (item.days.includes(day.day) ? h("td", {}, h("span", { "aria-hidden": "true" }, "●"), h("span", { class: "gl-hidden" }, "yes")) : h("td", {}, h("span", { "aria-hidden": "true" }, "·"), h("span", { class: "gl-hidden" }, "no")));
  const head = h("tr", {}, h("td", {}), plan.items.map((item, place) => h("th", { scope: "col" }, String(place + 1), h("span", { class: "gl-hidden" }, ` ${records.exercises[item.exercise].name}`))), h("th", { scope: "col" }, "Time"));
  const rows = plan.week.map((day) => h("tr", {}, h("th", { scope: "row" }, day.day), plan.items.map((item) => mark(day, item)), h("td", {}, planMinutes(day.seconds))));
  return h("table", { class: "pb-week" }, h("caption", {}, "The week, by the numbers above"), h("thead", {}, head), h("tbody", {}, rows));
}

function planAside(records, plan) {
  const refused = plan.refused.map((one) => h("li", { "data-id": one.exercise }, h("b", {}, records.exercises[one.exercise].name), one.refusals.map((key) => h("p", {}, `${records.refusals[key].reason}.`, planWhy(records.refusals[key])))));
  const missing = plan.missing.map((one) => h("li", {}, `${records.exercises[one.exercise].name}: ${one.equipment.map((key) => records.equipment[key].name.toLowerCase()).join(", ")}`));
  const left = plan.left_out.map((key) => h("li", {}, records.slots[key].name));
  const part = (name, kids, open) => kids.length ? h("details", { class: `pb-aside pb-${name}`, open }, h("summary", {}, `${records.say[name]} (${kids.length})`), h("ul", {}, kids)) : "";
  return [part("refused", refused, true), part("missing", missing, false), part("left_out", left, false)].filter(Boolean);
}

function planSteps(records, plan, wanted, first) {
  const rows = records.step_order.filter(wanted).flatMap((step) => plan.steps.filter((key) => records.steps[key].step === step));
  const row = (one) => h("li", { class: `pb-step-${one.step}` }, h("b", {}, `${records.say[one.step]}. `), `${one.when}: ${one.what}.`, planWhy(one));
  const list = h("ul", { class: "pb-steps" }, rows.map((key) => row(records.steps[key])));
  return first ? list : h("details", { class: "pb-aside", open: true }, h("summary", {}, records.say.steps), list);
}
