// Red flags before anything else: each a question with yes and no, none answered beforehand.

// act(id, "present" | "absent")
function sympFlags(table, act) {
  const inputs = new Map();
  const count = h("span", { class: "sx-count" });
  const urgencies = [...new Set(table.redFlags.map((flag) => flag.urgency))];
  const groups = urgencies.map((urgency) => h("div", { class: "sx-flag-group" },
    h("h4", {}, table.headings[urgency] ?? urgency), table.redFlags.filter((flag) => flag.urgency === urgency).map((flag) => sympFlag(flag, inputs, act))));
  const summary = h("summary", {}, h("span", { class: "sx-step" }, "1. Red flags"), " ", count);
  const fold = h("details", { class: "sx-fold sx-flags", open: true }, summary, h("p", { class: "sx-note" }, table.say.flags), groups);
  let wasDone = null;

  function show({ flags, open, urgent }) {
    table.redFlags.forEach((flag, place) => {
      inputs.get(flag.id).forEach((input, answer) => (input.checked = flags[place] === answer));
    });
    putText(count, open.length ? `${flags.length - open.length} of ${flags.length} answered` : urgent.length ? `${urgent.length} answered yes` : `all ${flags.length} answered no`);
    const held = fold.contains(document.activeElement), done = !open.length && !urgent.length;
    if (done === wasDone) return;
    fold.open = !done;
    if (done && held && wasDone !== null) summary.focus({ preventScroll: true }); // the question that had the focus is folded away
    wasDone = done;
  }
  return { el: fold, show };
}

function sympFlag(flag, inputs, act) {
  const name = uid(), id = uid();
  const own = ["present", "absent"].map((answer) => h("input", { type: "radio", name, value: answer, onchange: () => act(flag.id, answer) }));
  inputs.set(flag.id, own);
  return h("div", { class: "sx-flag", role: "radiogroup", "aria-labelledby": id, "data-flag": flag.id },
    h("p", { id }, flag.question), h("div", { class: "sx-answers" }, own.map((input, i) => h("label", {}, input, ["Yes", "No"][i]))));
}

// What takes the place of the ranking: what to do, the most urgent first.
function sympAlarm(table, urgent) {
  const urgencies = [...new Set(urgent.map((flag) => flag.urgency))];
  const flag = (one) => h("li", {}, h("p", { class: "sx-do" }, `${one.action.replace(/\.$/, "")}.`), h("p", { class: "sx-note" }, `Asked because of: ${sympLower(one.name)}. `, ...sympCite(table.grades[one.grade], table.sources[one.source])));
  return [
    h("h3", {}, "First of all"), h("p", { class: "sx-alarm-lead" }, table.say.alarm),
    ...urgencies.map((urgency) => h("div", { class: "sx-urgent" }, h("h4", {}, table.headings[urgency] ?? urgency), h("ul", {}, urgent.filter((one) => one.urgency === urgency).map(flag)))),
    h("p", { class: "sx-note" }, table.say.after_alarm),
  ];
}

const sympLower = (text) => text.charAt(0).toLowerCase() + text.slice(1);
