// What the reliability lab's traits mean: the settings, the long run, the study that is shown, and further studies.

const LAB_SHARES = ["prevalence", "sensitivity_first", "specificity_first", "sensitivity_second", "specificity_second", "shared"];
const LAB_TRAITS = [...LAB_SHARES, "same_skill", "patients", "seed", "truth", "target", "found"];
const LAB_CELLS = ["both", "first_only", "second_only", "neither"];
const LAB_FLAGS = ["undefined", "no_width", "beyond_one", "few"];
const LAB_NAMES = { prevalence: "The prevalence", sensitivity_first: "The sensitivity of rater 1", specificity_first: "The specificity of rater 1", sensitivity_second: "The sensitivity of rater 2", specificity_second: "The specificity of rater 2", shared: "The shared error" };

function labState(model, lab) {
  const get = (name) => model.get(name);
  const isShare = (name) => typeof get(name) === "number" && get(name) >= 0 && get(name) <= 1;
  const share = (name) => (isShare(name) ? get(name) : 0.5);
  const isWhole = (name, low, high) => Number.isInteger(get(name)) && get(name) >= low && get(name) <= high;
  const n = () => (isWhole("patients", 1, lab.limits.patients) ? get("patients") : 40);
  const seed = () => (isWhole("seed", 0, lab.limits.seed) ? get("seed") : 1);
  const target = () => lab.published.find((one) => one.id === get("target")) ?? null;
  const own = (name) => (get("same_skill") && name.endsWith("_second") ? name.replace("_second", "_first") : name);
  const settings = () => Object.fromEntries(LAB_SHARES.map((name) => [name, share(own(name))]));

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    const bad = LAB_SHARES.find((name) => !isShare(name));
    if (bad) return `${LAB_NAMES[bad]} has to lie between 0 and 100 %. Move its slider.`;
    if (n() !== get("patients")) return `The number of patients has to lie between 1 and ${lab.limits.patients}. Move its slider.`;
    if (seed() !== get("seed")) return `The study number has to lie between 0 and ${lab.limits.seed}. Choose another study.`;
    if (get("target") && !target()) return "The published value that was chosen is not known here. Choose one in the list.";
    return "";
  }

  return { lab, get, n, seed, target, settings, fault, compute: () => labCompute(lab, settings(), n(), seed()) };
}

function labCompute(lab, settings, n, seed) {
  const shares = runFormula(lab.formulas.answers, settings);
  const cells = LAB_CELLS.map((name) => n * shares[name][0]);
  const studies = labStudies(lab, settings, n, seed);
  const measured = labMeasures(lab, [cells, ...studies.map((study) => study.table)]);
  studies.forEach((study, i) => (study.measures = measured[i + 1]));
  return { n, seed, settings, longRun: { table: cells, measures: measured[0] }, study: studies[0], further: studies.slice(1) };
}

// The study that is shown and the next ones, all drawn in one go.
function labStudies(lab, settings, n, seed) {
  const { further, draws } = lab.limits, all = (further + 1) * n;
  const columns = Array.from({ length: draws }, () => new Float64Array(all));
  for (let study = 0; study <= further; study += 1) {
    chanceNumbers(seed + study, n * draws).forEach((number, i) => (columns[i % draws][study * n + Math.floor(i / draws)] = number));
  }
  const drawn = Object.fromEntries(lab.formulas.verdicts.inputs.slice(0, draws).map((name, i) => [name, columns[i]]));
  const { truth, first, second } = runFormula(lab.formulas.verdicts, { ...drawn, ...settings }, all);
  return Array.from({ length: further + 1 }, (_, i) => labStudy(truth, first, second, i * n, n));
}

function labStudy(truth, first, second, start, n) {
  const table = [0, 0, 0, 0], patients = [];
  for (let i = start; i < start + n; i += 1) {
    const cell = (first[i] ? 0 : 2) + (second[i] ? 0 : 1);
    table[cell] += 1;
    patients.push({ cell, truth: Boolean(truth[i]) });
  }
  return { table, patients };
}

// Every measure of every table; what is not defined is null.
function labMeasures(lab, tables) {
  const columns = Object.fromEntries(LAB_CELLS.map((name, cell) => [name, tables.map((table) => table[cell])]));
  const found = runFormula(lab.formulas.measures, columns, tables.length);
  const number = (value) => (Number.isFinite(value) ? value : null);
  return tables.map((_, i) => Object.fromEntries(Object.entries(found).map(([name, column]) => [name, number(column[i])])));
}

// What Python reads: no flags, the names of gluteal.models.agreement.Measures.
function labResult(now) {
  const plain = ({ table, measures }) => ({ table, ...Object.fromEntries(Object.entries(measures).filter(([name]) => !LAB_FLAGS.includes(name))) });
  return { long_run: plain(now.longRun), study: plain(now.study) };
}

// Is this kappa the published one? For a range: does it lie within?
function labReached(target, kappa, near) {
  if (!target || kappa === null) return false;
  const [low, high] = target.span;
  return target.shape === "above" ? kappa > low : kappa >= low - near - 1e-9 && kappa <= high + near + 1e-9;
}

// One picture for one change, however many traits it sets.
function labChanges(model, paint) {
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
  for (const name of LAB_TRAITS) model.on(`change:${name}`, soon);
  return {
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      flush();
      model.save_changes();
    },
    stop() {
      stale = false;
      for (const name of LAB_TRAITS) model.off(`change:${name}`, soon);
    },
  };
}

const labPercent = (share) => `${Math.round(share * 100)} %`;
const labKappa = (value) => (value === null ? "not defined" : (Math.abs(value) < 0.005 ? 0 : value).toFixed(2).replace("-", "−"));
