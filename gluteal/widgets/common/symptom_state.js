// What the symptom explorer's traits mean, what is wrong with them, and what Python reads.

const SYMP_TRAITS = ["findings", "red_flags", "shown"];
const SYMP_FORMAT = 1;

async function sympTables(model) {
  let tables;
  try {
    tables = JSON.parse(await unpackText(model.get("tables")));
  } catch {
    throw new Error("The tables of this explorer did not come with this page.");
  }
  if (tables?.format !== SYMP_FORMAT) throw new Error("The tables of this explorer were made by another version of the lessons.");
  return tables;
}

function sympState(model, table) {
  const rank = sympRanker(table);
  const dict = (name) => {
    const value = model.get(name);
    return value && typeof value === "object" && !Array.isArray(value) ? value : {};
  };
  const places = (name, list) => list.map((one) => table.answers.indexOf(dict(name)[one.id]));
  const shown = () => table.hypotheses.find((one) => one.id === model.get("shown")) ?? null;

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    for (const [name, list, words] of [["findings", table.features, "findings"], ["red_flags", table.redFlags, "red flags"]]) {
      if (dict(name) !== model.get(name)) return `The answers about ${words} could not be read. Answer anew, or choose an example.`;
      const bad = Object.entries(dict(name)).find(([key, answer]) => !list.some((one) => one.id === key) || !table.answers.includes(answer));
      if (bad) return `One of the answers about ${words} is not known here (${bad[0]}) and is left out.`;
    }
    return model.get("shown") && !shown() ? "The hypothesis that was chosen is not known here. Choose one in the list." : "";
  }

  function compute() {
    const given = places("findings", table.features), flags = places("red_flags", table.redFlags);
    const example = table.examples.find((one) => sympSame(one.findings, dict("findings")) && sympSame(one.red_flags, dict("red_flags")));
    return { given, flags, shown: shown(), example: example ?? null, ...rank(given, flags) };
  }

  return { table, dict, fault, compute };
}

const sympSame = (one, other) => Object.keys(one).length === Object.keys(other).length && Object.entries(one).every(([key, value]) => other[key] === value);

// One answer changed; null takes it back. What is not known here stays out.
function sympAnswered(state, name, list, id, answer) {
  const known = Object.fromEntries(list.map((one) => [one.id, state.dict(name)[one.id]]).filter(([, value]) => state.table.answers.includes(value)));
  if (answer) known[id] = answer;
  else delete known[id];
  return { [name]: known };
}

// What Python reads.
function sympResult(now) {
  const side = (reasons) => reasons.map((reason) => [reason.id, reason.counted, reason.points]);
  return {
    state: now.state, urgent: now.urgent.map((flag) => flag.id), unanswered: now.open.map((flag) => flag.id).sort(),
    hypotheses: now.list.map((one) => ({ id: one.id, place: one.place, score: one.score, prior: one.prior, for: side(one.for), against: side(one.against) })),
    contradictions: now.contradictions.map((one) => one.ids), apart: (now.apart?.questions ?? []).map((one) => one.id),
    ask_again: now.askAgain.map((flag) => flag.question).sort(), remarks: now.remarks,
  };
}

// One picture for one change, however many traits it sets.
function sympChanges(model, paint) {
  let stale = false;
  const flush = () => {
    if (!stale) return;
    stale = false;
    paint();
  };
  const soon = () => {
    if (!stale) queueMicrotask(flush);
    stale = true;
  };
  for (const name of SYMP_TRAITS) model.on(`change:${name}`, soon);
  return {
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      flush();
      model.save_changes();
    },
    stop() {
      stale = false;
      for (const name of SYMP_TRAITS) model.off(`change:${name}`, soon);
    },
  };
}

const sympPoints = (points) => (points > 0 ? `+${points}` : String(points).replace("-", "−"));
const sympCount = (number, one, many = `${one}s`) => `${number} ${number === 1 ? one : many}`;

// Grade and source of a claim; a link to the reference list.
function sympCite(grade, source) {
  return [h("span", { class: "sx-grade", title: grade.meaning }, h("span", { "aria-hidden": "true" }, grade.symbol), h("span", { class: "gl-hidden" }, `Grade: ${grade.name}`)), " ", sourceLinks([{ key: source.key, short: source.short }])];
}
