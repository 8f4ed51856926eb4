// Steps of the pressure release model, as Python noted them (gluteal/models/formula.py), on single numbers.

function releaseRun(formula, inputs) {
  const found = [];
  for (const [name, first, second] of formula.steps) {
    if (name === "constant") found.push(first);
    else if (name === "input") found.push(inputs[first]);
    else found.push(FORMULA_STEPS[name](found[first], found[second]));
  }
  return Object.fromEntries(Object.entries(formula.outputs).map(([name, place]) => [name, found[place]]));
}

function releaseModel(lab) {
  const step = lab.limits["step-time"];
  const zero = Object.fromEntries(lab.states.map((name) => [name, 0]));
  let now, force, count;

  // From the beginning, or from a state that was saved.
  function begin(saved) {
    Object.assign(model, { trace: [] });
    force = 0;
    count = saved ? Math.round(saved.time_s / step) : 0;
    now = releaseRun(lab.advance, { ...zero, ...saved, force_n: 0, next_force_n: 0 });
    note();
  }

  function note() {
    model.trace.push({ time: count * step, force, pain: now.pain, threshold: now.threshold_n, resistance: now.resistance });
  }

  function to(next) {
    now = releaseRun(lab.advance, { ...now, force_n: force, next_force_n: next });
    force = next;
    count += 1;
    note();
  }

  const follow = (target) => to(releaseRun(lab.follow, { force_n: force, target_n: target }).force_n);
  const sign = () => lab.signs.find(([id]) => now[`sign-${id}`]);
  const model = { begin, to, follow, sign, trace: [], now: () => now, force: () => force, time: () => count * step, step };
  begin();
  return model;
}

// The force of a ready way to press at a time: between two corners it changes evenly.
function releaseForceAt(way, time) {
  const { times, forces } = way;
  if (time >= times[times.length - 1]) return forces[forces.length - 1];
  let i = 1;
  while (times[i] <= time) i += 1;
  return forces[i - 1] + ((forces[i] - forces[i - 1]) * (time - times[i - 1])) / (times[i] - times[i - 1]);
}

// A state as it was saved, or null where it cannot be one.
function releaseState(saved, states) {
  const within = (name, most) => Number.isFinite(saved?.[name]) && saved[name] >= 0 && saved[name] <= most;
  return within("time_s", 1800) && states.every((name) => within(name, name === "pain" ? 10 : 1)) ? saved : null;
}
