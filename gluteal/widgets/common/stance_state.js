// What the traits of single-leg stance mean: the settings, the numbers that Python's steps give, the verdict.

const STANCE_TRAITS = ["stick_hand", "standing_side", "picture", "covered"];

function stanceState(model, records) {
  const controls = records.controls, get = (name) => model.get(name);
  const control = (id) => controls.find((one) => one.id === id);
  const isWithin = ({ id, low, high }) => typeof get(id) === "number" && get(id) >= low && get(id) <= high;
  const number = (one) => (isWithin(one) ? get(one.id) : one.begin);
  const oneOf = (name, known) => (known.includes(get(name)) ? get(name) : known[0]);
  const hand = () => oneOf("stick_hand", records.hands), side = () => oneOf("standing_side", ["right", "left"]);
  const picture = () => oneOf("picture", ["body", "pelvis", "seesaw"]);
  const settings = () => ({ ...Object.fromEntries(controls.map((one) => [one.id, number(one)])), stick_hand: hand() });

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    const bad = controls.find((one) => !isWithin(one));
    if (bad) return `“${bad.label}” has to lie between ${stanceNumber(bad.low)} and ${stanceNumber(bad.high)} ${bad.unit}. Move its slider.`;
    const strange = [["stick_hand", hand], ["standing_side", side], ["picture", picture]].find(([name, read]) => get(name) !== read());
    return strange ? `The value of “${strange[0]}” is not known here. Choose one of the buttons.` : "";
  }

  const names = [...controls.map((one) => one.id), ...STANCE_TRAITS];
  return { records, get, control, settings, hand, side, picture, fault, names, covered: () => Boolean(get("covered")), compute: () => stanceCompute(records, settings(), side()) };
}

function stanceCompute(records, settings, side) {
  const held = stanceBalance(records, settings), sticks = settings.stick_pct > 0;
  const grip = (hand) => (sticks && settings.stick_hand === hand ? 1 : 0);
  const joints = stanceRun(records.rig, {
    lean: settings.lean_deg, drop: settings.drop_deg, foot: held.foot_m, hand_opposite: held.hand_opposite_m, hand_same: held.hand_same_m,
    stick: held.stick_m, grip_opposite: grip("opposite"), grip_same: grip("same"),
  });
  return { settings, side, held, joints, verdict: stanceVerdict(records, settings, held), upright: stanceBalance(records, stanceUpright(records, settings)) };
}

const stanceRun = (formula, inputs) => Object.fromEntries(Object.entries(runFormula(formula, inputs)).map(([name, column]) => [name, column[0]]));
const stanceBalance = (records, settings) => stanceRun(records.balance, { ...settings, side: settings.stick_hand === "opposite" ? 1 : -1 });
// The same person upright, hands empty: what the bars are compared with.
const stanceUpright = (records, settings) => ({ ...Object.fromEntries(records.controls.map((one) => [one.id, one.begin])), body_mass_kg: settings.body_mass_kg, strength_pct: settings.strength_pct, stick_hand: records.hands[0] });

function stanceVerdict(records, settings, held) {
  const { drops, leans } = records.borders, gives = held.available_n;
  const signs = { outer: held.outer_nm > 0, holds: held.abductor_n <= gives, upright: held.upright_n <= gives, stickless: held.no_stick_n <= gives, drops: settings.drop_deg >= drops, leans: settings.lean_deg >= leans };
  return { ...records.verdicts.find((one) => one.needs.every(([sign, value]) => signs[sign] === value)), signs };
}

// What Python reads: its own names only, and the verdict.
function stanceResult(now) {
  const own = Object.entries(now.held).filter(([name]) => !["upwards_n", "other_stick_m"].includes(name));
  return { ...Object.fromEntries(own), verdict: now.verdict.id };
}

// One picture for one change, however many traits it sets.
function stanceChanges(model, names, paint) {
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
  for (const name of names) model.on(`change:${name}`, soon);
  return {
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      flush();
      model.save_changes();
    },
    stop() {
      stale = false;
      for (const name of names) model.off(`change:${name}`, soon);
    },
  };
}

const stanceNumber = (value, digits) => (digits === undefined ? String(value) : value.toFixed(digits)).replace(/^-(?=.*[1-9])/, "−").replace(/^-/, "");
const stanceTimes = (value) => stanceNumber(value, 1);
const stanceNewtons = (value) => `${Math.round(value)} N`;
