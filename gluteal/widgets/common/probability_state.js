// What the probability lab's traits mean: the test, its numbers, what comes out for each result, and for two tests.

const PROB_SHARES = ["pre", "sensitivity", "specificity"];
const PROB_TRAITS = [...PROB_SHARES, "test", "outcome", "second", "second_outcome"];
const PROB_OUTCOMES = ["positive", "negative"];
const PROB_NAMES = { pre: "The probability before the test", sensitivity: "The sensitivity", specificity: "The specificity" };

function probState(model, records) {
  const get = (name) => model.get(name);
  const isShare = (name) => typeof get(name) === "number" && get(name) >= 0 && get(name) <= 1;
  const share = (name) => (isShare(name) ? get(name) : 0.5);
  const test = () => records.tests.find((one) => one.id === get("test")) ?? null;
  const outcome = (name) => (PROB_OUTCOMES.includes(get(name)) ? get(name) : "positive");
  const settings = () => Object.fromEntries(PROB_SHARES.map((name) => [name, share(name)]));
  // Tests that can follow the first: other tests, for the same condition.
  const seconds = (first = test()) => (first ? records.tests.filter((one) => one.target === first.target && one.test !== first.test) : []);
  const second = () => seconds().find((one) => one.id === get("second")) ?? null;

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    const bad = PROB_SHARES.find((name) => !isShare(name));
    if (bad) return `${PROB_NAMES[bad]} has to lie between 0 and 100 %. Move its slider.`;
    if (get("test") && !test()) return "The test that was chosen is not known here. Choose one in the list.";
    if (get("second") && !second()) return "The second test that was chosen cannot follow the first one. Choose another.";
    if (["outcome", "second_outcome"].some((name) => outcome(name) !== get(name))) return "A result is positive or negative. Choose one.";
    return "";
  }

  function compute() {
    const given = settings(), intervals = test()?.intervals ?? [];
    const columns = { pre: given.pre, sensitivity: [given.sensitivity], specificity: [given.specificity] };
    if (intervals.length) for (const sens of intervals[0]) for (const spec of intervals[1]) columns.sensitivity.push(sens), columns.specificity.push(spec);
    const found = runFormula(records.formula, columns, columns.sensitivity.length);
    const first = Object.fromEntries(Object.entries(found).map(([name, column]) => [name, probNumber(column[0])]));
    const reach = intervals.length ? Object.fromEntries(Object.entries(found).map(([name, column]) => [name, probEnds(column.slice(1))])) : null;
    const now = { settings: given, test: test(), first, reach, outcome: outcome("outcome"), counts: probCounts(given, records.people) };
    return { ...now, second: probSecond(records, now, second(), outcome("second_outcome")) };
  }

  return { records, get, test, seconds, fault, compute };
}

const probNumber = (value) => (Number.isFinite(value) ? value : null);

function probEnds(column) {
  const known = [...column].filter(Number.isFinite);
  return known.length ? [Math.min(...known), Math.max(...known)] : [null, null];
}

// Ill: positive, negative; well: positive, negative. Rounded by largest remainder, as gluteal.models.shares does.
function probCounts({ pre, sensitivity, specificity }, people) {
  const shares = [pre * sensitivity, pre * (1 - sensitivity), (1 - pre) * (1 - specificity), (1 - pre) * specificity];
  const exact = shares.map((one) => Number((one * people).toFixed(9))), counts = exact.map(Math.floor);
  const order = [0, 1, 2, 3].sort((a, b) => counts[a] - exact[a] - (counts[b] - exact[b]) || a - b);
  const missing = people - counts.reduce((sum, one) => sum + one, 0);
  for (const place of order.slice(0, missing)) counts[place] += 1;
  return counts;
}

// After two tests: adds nothing … errs independently. null without a second test or where nothing is defined.
function probSecond(records, now, second, outcome) {
  const before = now.first[now.outcome];
  if (!second || before === null) return null;
  const found = runFormula(records.formula, { pre: before, sensitivity: second.sensitivity, specificity: second.specificity });
  const after = probNumber(found[outcome][0]);
  return after === null ? null : { test: second, outcome, before, after, ratio: probNumber(found[`lr_${outcome}`][0]) };
}

// What Python reads.
function probResult({ first, reach, counts, second }) {
  const pick = (names, from) => Object.fromEntries(names.map((name) => [name, from[name]]));
  return {
    ...pick(["positive", "negative", "lr_positive", "lr_negative"], first), counts, reach: reach ? pick(PROB_OUTCOMES, reach) : {},
    second: second ? [second.before, second.after].sort((a, b) => a - b) : [],
  };
}

// One picture for one change, however many traits it sets.
function probChanges(model, paint) {
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
  for (const name of PROB_TRAITS) model.on(`change:${name}`, soon);
  return {
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      flush();
      model.save_changes();
    },
    stop() {
      stale = false;
      for (const name of PROB_TRAITS) model.off(`change:${name}`, soon);
    },
  };
}

// Whole percent, near both ends one decimal more.
function probPercent(share) {
  if (share === null) return "not defined";
  const percent = share * 100, ends = percent < 9.95 || percent > 90.05;
  return `${ends ? Number(percent.toFixed(1)) : Math.round(percent)} %`;
}

const probRatio = (value) => (value === null ? "not defined" : value >= 9.95 ? value.toFixed(0) : value.toFixed(value >= 0.995 ? 1 : 2));
const probRange = ([low, high], say = probPercent) => (low === null ? "not defined" : `${say(low).replace(" %", "")} to ${say(high)}`);
