// The questions of the plan builder: red flags, findings, then goal, irritability, time and equipment.

// read(name) gives a trait, write(name, value) sets it. Returns { nodes, show }.
function planForm(records, read, write) {
  const parts = [planFlags(records, read, write), planFindings(records, read, write), planWishes(records, read, write)];
  return { nodes: parts.map((part) => part.node), show: () => parts.forEach((part) => part.show()) };
}

function planFlags(records, read, write) {
  const inputs = new Map(), count = h("span", { class: "pb-count" });
  const flag = (one) => {
    const id = uid(), name = uid();
    const own = ["present", "absent"].map((value) => h("input", { type: "radio", name, value, onchange: () => write("red_flags", { ...(read("red_flags") ?? {}), [one.id]: value }) }));
    inputs.set(one.id, own);
    return h("div", { class: "pb-flag", role: "radiogroup", "aria-labelledby": id, "data-id": one.id }, h("p", { id }, one.question),
      h("div", { class: "pb-yes-no" }, own.map((input, i) => h("label", {}, input, ["Yes", "No"][i]))));
  };
  const summary = h("summary", {}, `1. ${records.say.flags} `, count);
  const node = h("details", { class: "pb-part pb-flags", open: true }, summary, h("p", { class: "pb-note" }, records.say.flags_note), records.flags.map(flag));
  let done = null;
  function show() {
    const answers = read("red_flags") ?? {}, values = records.flags.map((one) => answers[one.id]);
    inputs.forEach((own, id) => own.forEach((input) => (input.checked = answers[id] === input.value)));
    const yes = values.filter((value) => value === "present").length, given = values.filter((value) => value === "present" || value === "absent").length;
    putText(count, yes ? `${yes} answered yes` : given < values.length ? `${given} of ${values.length} answered` : `all ${given} answered no`);
    const now = !yes && given === values.length;
    if (now === done) return;
    const held = done !== null && node.contains(document.activeElement);
    node.open = !now;
    if (now && held) summary.focus({ preventScroll: true });
    done = now;
  }
  return { node, show };
}

const planList = (value) => (Array.isArray(value) ? value : []);

// Boxes to tick for a trait that is a list; its order is that of the table.
function planBoxes(records, trait, words, read, write) {
  const order = records.order[trait];
  const boxes = order.map((id) => h("input", { type: "checkbox", value: id, onchange: (event) => {
    const now = new Set(planList(read(trait)));
    if (event.target.checked) now.add(id);
    else now.delete(id);
    write(trait, order.filter((key) => now.has(key)));
  } }));
  return { nodes: boxes.map((box, i) => h("label", { class: "pb-box" }, box, h("span", {}, words(records[trait][order[i]])))), show: () => boxes.forEach((box) => (box.checked = planList(read(trait)).includes(box.value))) };
}

function planFindings(records, read, write) {
  const boxes = planBoxes(records, "findings", (one) => one.question, read, write);
  const asked = h("input", { type: "checkbox", class: "pb-asked", onchange: () => write("asked", asked.checked) });
  const node = h("fieldset", { class: "pb-part" }, h("legend", {}, `2. ${records.say.findings}`), h("p", { class: "pb-note" }, records.say.findings_note),
    h("div", { class: "pb-boxes" }, boxes.nodes), h("label", { class: "pb-box pb-confirm" }, asked, h("b", {}, records.say.asked)));
  return { node, show: () => { boxes.show(); asked.checked = read("asked") === true; } };
}

function planWishes(records, read, write) {
  const boxes = planBoxes(records, "equipment", (one) => one.name, read, write);
  const goal = planSelect(records, "goals", (one) => one.name, (value) => write("goal", value));
  const level = planLevels(records, (value) => write("irritability", value));
  const minutes = planSlider("Minutes a session", records.minutes, (value) => write("minutes", value));
  const days = planSlider("Days a week", records.days, (value) => write("days", value));
  const node = h("fieldset", { class: "pb-part" }, h("legend", {}, `3. ${records.say.wishes}`),
    h("div", { class: "pb-grid" }, h("label", { class: "pb-field" }, "Goal", goal), level.node, minutes.node, days.node),
    h("div", { class: "pb-boxes", role: "group", "aria-label": "Equipment at hand" }, boxes.nodes));
  const show = () => { goal.value = read("goal"); level.show(read("irritability")); minutes.show(read("minutes")); days.show(read("days")); boxes.show(); };
  return { node, show };
}

const planSelect = (records, table, words, act) => h("select", { onchange: (event) => act(event.target.value) }, records.order[table].map((id) => h("option", { value: id }, words(records[table][id]))));

function planLevels(records, act) {
  const id = uid(), name = uid();
  const inputs = records.order.levels.map((value) => h("input", { type: "radio", name, value, onchange: () => act(value) }));
  const rows = inputs.map((input) => h("label", { class: "pb-box" }, input, h("span", {}, h("b", {}, records.levels[input.value].name), `: ${records.levels[input.value].how_to_tell}`)));
  const node = h("div", { class: "pb-field", role: "radiogroup", "aria-labelledby": id }, h("p", { id }, `${records.say.level} (${records.say.teaching})`), rows);
  return { node, show: (value) => inputs.forEach((input) => (input.checked = input.value === value)) };
}

function planSlider(name, [min, max], act) {
  const said = h("output", {}), input = h("input", { type: "range", min, max, step: 1, "aria-label": name, oninput: () => act(Number(input.value)) });
  const show = (value) => { input.value = value; putText(said, String(value)); };
  return { node: h("div", { class: "pb-field" }, h("span", {}, `${name}: `, said), input), show };
}
