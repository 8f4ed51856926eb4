// The six kinds of question. Each builder returns {node, read, write, mark, lock, gap}:
// read() → answer or null while it is incomplete; gap() → the sentence that says what is missing;
// write(answer) shows an answer; mark(answer|null) shows feedback or takes it away; lock(true) freezes.

// One line of feedback: symbol and words say what colour says.
function giveFeedback(box, good, words, text, look = good ? "yes" : "no") {
  const symbol = h("span", { class: "gl-symbol", "aria-hidden": "true" }, good ? "✓" : "✗");
  box.className = "gl-feedback gl-" + look;
  box.replaceChildren(symbol, h("span", {}, h("b", {}, words), " ", ...rich(text)));
  box.hidden = false;
}

// choice and several -------------------------------------------------------------------------------
function buildOptions(item, changed) {
  const several = item.kind === "several";
  const name = uid();
  const rows = item.options.map((option) => optionRow(option, several ? "checkbox" : "radio", name, changed));
  const chosen = () => rows.filter((row) => row.input.checked).map((row) => row.option.id);
  return {
    node: h("div", { class: "gl-options" }, rows.map((row) => row.node)),
    read: () => (chosen().length ? (several ? chosen().sort() : chosen()[0]) : null),
    gap: () => (several ? "Choose at least one answer." : "Choose an answer first."),
    write: (answer) => rows.forEach((row) => (row.input.checked = [answer].flat().includes(row.option.id))),
    mark: (answer) => rows.forEach((row) => markOption(row, answer)),
    lock: (on) => rows.forEach((row) => (row.input.disabled = on)),
  };
}

function optionRow(option, type, name, changed) {
  const id = uid();
  const input = h("input", { type, name, id, onchange: changed });
  const feedback = h("div", { id: id + "-f", hidden: true });
  input.setAttribute("aria-describedby", id + "-f");
  const node = h("div", { class: "gl-option" }, h("label", { for: id }, input, h("span", {}, rich(option.text)), h("span", { class: "gl-yours" }, "your answer")), feedback);
  return { option, input, feedback, node };
}

const OPTION_WORDS = { yes: "Right.", no: "Not this one.", missed: "This one is right.", spared: "Not this one." };

function markOption(row, answer) {
  const chosen = [answer].flat().includes(row.option.id);
  const look = row.option.correct ? (chosen ? "yes" : "missed") : chosen ? "no" : "spared";
  row.node.className = "gl-option" + (answer === null ? "" : " gl-" + look);
  row.feedback.hidden = answer === null;
  if (answer !== null) giveFeedback(row.feedback, Boolean(row.option.correct), OPTION_WORDS[look], row.option.feedback, look);
}

// order --------------------------------------------------------------------------------------------
function buildOrder(item, changed, say) {
  const rows = item.options.map((option) => orderRow(option));
  const list = h("ol", { class: "gl-order" }, rows.map((row) => row.node));
  const now = () => [...list.children].map((node) => rows.find((row) => row.node === node));
  const refresh = () => now().forEach((row, i, all) => {
    row.place.textContent = i + 1;
    row.up.disabled = row.locked || i === 0;
    row.down.disabled = row.locked || i === all.length - 1;
  });
  const move = (row, to) => {
    const others = now().filter((other) => other !== row);
    list.insertBefore(row.node, others[to]?.node ?? null);
    refresh();
    changed();
    say(`${row.option.text}: place ${to + 1} of ${rows.length}`);
  };
  rows.forEach((row) => connectOrderRow(row, now, move));
  refresh();
  return {
    node: h("div", {}, orderEnd(item.ends?.[0], "↑"), list, orderEnd(item.ends?.[1], "↓")),
    read: () => now().map((row) => row.option.id),
    gap: () => "Put the entries in order first.",
    write: (answer) => (answer.forEach((id) => list.append(rows.find((row) => row.option.id === id).node)), refresh()),
    mark: (answer) => rows.forEach((row) => markPlace(row, answer, item.solution)),
    lock: (on) => (rows.forEach((row) => (row.locked = on)), list.classList.toggle("gl-locked", on), refresh()),
  };
}

const orderEnd = (text, arrow) => (text ? h("p", { class: "gl-end" }, arrow + " " + text) : null);

function orderRow(option) {
  const button = (sign, word) => h("button", { type: "button", class: "gl-step", "aria-label": `Move ${option.text} ${word}` }, sign);
  const row = { option, place: h("b", { class: "gl-place" }), up: button("▲", "up"), down: button("▼", "down"), locked: false };
  row.feedback = h("div", { hidden: true });
  row.grip = h("span", { class: "gl-grip" }, row.place, h("span", {}, rich(option.text)));
  row.node = h("li", {}, h("div", { class: "gl-row" }, row.grip, row.up, row.down), row.feedback);
  return row;
}

function connectOrderRow(row, now, move) {
  const place = () => now().indexOf(row);
  const step = (by, button, other) => () => {
    move(row, place() + by);
    (button.disabled ? other : button).focus();
  };
  row.up.addEventListener("click", step(-1, row.up, row.down));
  row.down.addEventListener("click", step(1, row.down, row.up));
  row.grip.addEventListener("pointerdown", (event) => row.locked || row.grip.setPointerCapture(event.pointerId));
  row.grip.addEventListener("pointermove", (event) => {
    if (!row.grip.hasPointerCapture(event.pointerId)) return;
    const to = now().findIndex((other) => event.clientY < other.node.getBoundingClientRect().bottom);
    if (to >= 0 && to !== place()) move(row, to), row.grip.setPointerCapture(event.pointerId);
  });
}

function markPlace(row, answer, solution) {
  row.feedback.hidden = answer === null;
  if (answer === null) return;
  const right = solution.indexOf(row.option.id);
  const found = answer.indexOf(row.option.id) === right;
  giveFeedback(row.feedback, found, found ? "In its place." : `Belongs in place ${right + 1}.`, row.option.feedback);
}

// match --------------------------------------------------------------------------------------------
function buildMatch(item, changed) {
  const rows = item.options.map((option) => matchRow(option, item.targets, changed));
  const open = () => rows.filter((row) => !row.select.value).length;
  return {
    node: h("div", { class: "gl-match" }, rows.map((row) => row.node)),
    read: () => (open() ? null : Object.fromEntries(rows.map((row) => [row.option.id, row.select.value]))),
    gap: () => `${open()} of ${rows.length} are still open.`,
    write: (answer) => rows.forEach((row) => (row.select.value = answer?.[row.option.id] ?? "")),
    mark: (answer) => rows.forEach((row) => markPair(row, answer, item.targets)),
    lock: (on) => rows.forEach((row) => (row.select.disabled = on)),
  };
}

function matchRow(option, targets, changed) {
  const id = uid();
  const select = h("select", { id, onchange: changed }, h("option", { value: "" }, "choose …"),
    targets.map((target) => h("option", { value: target.id }, target.text)));
  const feedback = h("div", { hidden: true });
  const node = h("div", { class: "gl-pair" }, h("label", { for: id }, rich(option.text)), select, feedback);
  return { option, select, feedback, node };
}

function markPair(row, answer, targets) {
  row.feedback.hidden = answer === null;
  if (answer === null) return;
  const found = answer[row.option.id] === row.option.match;
  const right = targets.find((target) => target.id === row.option.match).text;
  giveFeedback(row.feedback, found, found ? "Right." : `It is: ${right}.`, row.option.feedback);
}

// number -------------------------------------------------------------------------------------------
function buildNumber(item, changed) {
  const id = uid();
  const input = h("input", { id, type: "text", inputmode: "decimal", autocomplete: "off", class: "gl-number", oninput: changed });
  const feedback = h("div", { hidden: true });
  const typed = () => parseNumber(input.value, item.unit);
  const sensible = (value) => value >= (item.minimum ?? -Infinity) && value <= (item.maximum ?? Infinity);
  return {
    node: h("div", {}, h("label", { for: id }, "Your answer"), " ", input, " ", h("span", {}, item.unit), feedback),
    read: () => (typed() !== null && sensible(typed()) ? typed() : null),
    gap: () => numberGap(input.value, typed(), item),
    write: (answer) => (input.value = answer ?? ""),
    mark: (answer) => markNumber(feedback, answer, item),
    lock: (on) => (input.readOnly = on),
  };
}

// "85,2", "85.2 %", "−3", "1 200" → number; anything else → null.
function parseNumber(text, unit) {
  let plain = text.trim();
  if (unit && plain.toLowerCase().endsWith(unit.toLowerCase())) plain = plain.slice(0, -unit.length);
  plain = plain.replace(/[\s\u00a0\u202f]/g, "").replace("−", "-").replace(",", ".");
  return /^[+-]?(\d+\.?\d*|\.\d+)$/.test(plain) ? Number(plain) : null;
}

function numberGap(text, value, item) {
  if (!text.trim()) return "Type a number first.";
  if (value === null) return `“${text.trim()}” is not a number that can be read. Type it like 85.2 or 85,2.`;
  return `${value} ${item.unit} is outside of what is possible here (${item.minimum ?? "…"} to ${item.maximum ?? "…"} ${item.unit}).`;
}

function markNumber(box, answer, item) {
  box.hidden = answer === null;
  if (answer === null) return;
  const state = gradeNumber(item, answer) ? "right" : answer < item.value ? "low" : "high";
  const within = item.tolerance ? ` (± ${item.tolerance} counts as right)` : "";
  const words = { right: "Right.", low: "Too low.", high: "Too high." }[state];
  giveFeedback(box, state === "right", `${words} It is ${item.value} ${item.unit}${within}.`, item.feedback[state]);
}
