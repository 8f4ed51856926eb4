// Goes through the steps that Python noted while it ran its own model (gluteal/models/formula.py). A value is a
// column of numbers, so that one run answers for many patients or many tables at once.

const FORMULA_STEPS = {
  add: (x, y) => x + y, subtract: (x, y) => x - y, multiply: (x, y) => x * y, divide: (x, y) => x / y, negative: (x) => -x,
  minimum: Math.min, maximum: Math.max, absolute: Math.abs, sqrt: Math.sqrt, log10: Math.log10, less: (x, y) => (x < y ? 1 : 0),
  sin: Math.sin, cos: Math.cos, arcsin: Math.asin, arctan2: Math.atan2,
};

// inputs: { name: number or column }. Returns { output: column }.
function runFormula(formula, inputs, length = 1) {
  const columns = [];
  for (const [name, first, second] of formula.steps) {
    if (name === "constant") columns.push(formulaColumn(first, length));
    else if (name === "input") columns.push(formulaColumn(inputs[first], length));
    else columns.push(formulaStep(name, columns[first], columns[second], length));
  }
  return Object.fromEntries(Object.entries(formula.outputs).map(([name, place]) => [name, columns[place]]));
}

function formulaColumn(value, length) {
  return typeof value === "number" ? new Float64Array(length).fill(value) : Float64Array.from(value);
}

function formulaStep(name, first, second, length) {
  const act = FORMULA_STEPS[name];
  if (!act) throw new Error(`This page cannot do the step “${name}”.`);
  const column = new Float64Array(length);
  if (second) for (let i = 0; i < length; i += 1) column[i] = act(first[i], second[i]);
  else for (let i = 0; i < length; i += 1) column[i] = act(first[i]);
  return column;
}
