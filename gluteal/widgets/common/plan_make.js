// The plan: looks up the same tables in the same order as gluteal.models.plan. It holds no rule of its own.

const PLAN_FORMAT = 1;

// ask: { goal, irritability, findings, asked, equipment, minutes, days, red_flags }
function planMake(records, ask) {
  const answers = records.flags.map((flag) => [flag.id, ask.red_flags[flag.id]]);
  const present = answers.filter(([, answer]) => answer === "present"), open = answers.filter(([, answer]) => answer !== "absent" && answer !== "present");
  const plan = planEmpty(ask);
  if (present.length || open.length) return { ...plan, state: present.length ? "red-flag" : "unanswered", red_flags: (present.length ? present : open).map(([id]) => id) };
  if (ask.asked !== true) return { ...plan, state: "findings-unanswered" };
  return planFill(records.rules, ask, plan);
}

const planEmpty = (ask) => ({ state: "empty", goal: ask.goal, irritability: ask.irritability, red_flags: [], items: [], refused: [], missing: [], left_out: [], week: [], steps: [] });

function planFill(rules, ask, plan) {
  const forbidden = planForbidden(rules, ask.findings), week = rules.weeks[ask.days];
  const left = new Map(week.every.map((day) => [day, ask.minutes * 60]));
  for (const [slot, choices] of rules.slots[ask.goal]) {
    const free = choices.filter((key) => !forbidden.has(key) && !plan.items.some((item) => item.exercise === key));
    const item = planFirst(rules, free, ask, week, left);
    if (item) plan.items.push({ slot, ...item });
    else plan.left_out.push(slot);
  }
  const offered = [...new Set(rules.slots[ask.goal].flatMap(([, choices]) => choices))];
  plan.refused = offered.filter((key) => forbidden.has(key)).map((exercise) => ({ exercise, refusals: forbidden.get(exercise) }));
  plan.missing = offered.filter((key) => !forbidden.has(key)).map((exercise) => ({ exercise, equipment: planLacking(rules.exercises[exercise], ask.equipment) })).filter((one) => one.equipment.length);
  plan.week = week.every.map((day) => planDay(day, plan.items));
  const kinds = new Set(plan.items.map((item) => rules.exercises[item.exercise].kind));
  plan.steps = rules.steps.filter((one) => one.levels.includes(ask.irritability) && one.kinds.some((kind) => kinds.has(kind))).map((one) => one.id);
  return { ...plan, state: plan.items.length ? "plan" : "empty" };
}

// The first exercise and dose that fit; their seconds are taken from the days.
function planFirst(rules, choices, ask, week, left) {
  for (const exercise of choices) {
    const rule = rules.exercises[exercise], days = week[rule.days];
    if (planLacking(rule, ask.equipment).length) continue;
    for (const dose of rule.doses[ask.irritability] ?? []) {
      if (!days.every((day) => dose.seconds <= left.get(day))) continue;
      days.forEach((day) => left.set(day, left.get(day) - dose.seconds));
      return { exercise, dose: { ...dose }, days: [...days] };
    }
  }
  return null;
}

function planLacking(rule, equipment) {
  const wanted = rule.needs.filter((key) => !equipment.includes(key));
  return rule.one_of.length && !rule.one_of.some((key) => equipment.includes(key)) ? [...wanted, ...rule.one_of] : wanted;
}

function planForbidden(rules, findings) {
  const found = new Map();
  for (const [finding, refusals] of Object.entries(rules.forbids)) {
    if (!findings.includes(finding)) continue;
    for (const [refusal, exercises] of refusals) exercises.forEach((key) => found.set(key, [...(found.get(key) ?? []), refusal]));
  }
  return found;
}

function planDay(day, items) {
  const mine = items.filter((item) => item.days.includes(day));
  return { day, exercises: mine.map((item) => item.exercise), seconds: mine.reduce((sum, item) => sum + item.dose.seconds, 0) };
}
