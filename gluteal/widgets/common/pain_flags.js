// Red flags before any ranking: each a question with yes and no, none answered beforehand; any yes says what to do.

// answered: { id: "yes" | "no" }; act(id, answer)
function painFlags(tables, act) {
  const name = uid();
  const inputs = new Map();
  const count = h("p", { class: "gd-flag-count" });
  const groups = tables.flag_groups.map((group) => h("div", { class: "gd-flag-group" },
    h("h4", {}, group.title),
    group.flags.map((flag) => painQuestion(flag, `${name}-${flag.id}`, inputs, act))));
  const summary = h("summary", {}, h("span", { class: "gd-step" }, "Questions first"), " ", count);
  const fold = h("details", { class: "gd-flag-fold", open: true }, summary,
    h("p", { class: "gd-quiet" }, tables.say.flags), h("fieldset", {}, h("legend", { class: "gl-hidden" }, "Red flags: signs of something serious"), groups));
  const el = h("section", { class: "gd-flags", "aria-label": "Red flags" }, fold);
  let wasDone = false;

  function show(answers) {
    const flags = painAllFlags(tables), open = flags.filter((flag) => !answers[flag.id]).length;
    for (const flag of flags) {
      for (const [answer, input] of Object.entries(inputs.get(flag.id))) input.checked = answers[flag.id] === answer;
    }
    const yes = flags.filter((flag) => answers[flag.id] === "yes").length;
    putText(count, open ? `${flags.length - open} of ${flags.length} answered` : yes ? `${yes} answered yes` : `all ${flags.length} answered no`);
    for (const flag of flags) el.querySelector(`[data-flag="${flag.id}"] .gd-do`).hidden = answers[flag.id] !== "yes";
    const held = el.contains(document.activeElement), done = !open && !(yes && held);
    if (done && !wasDone) fold.open = false;
    if (done && !wasDone && held) summary.focus({ preventScroll: true }); // the question that had the focus is folded away
    if (open && wasDone) fold.open = true;
    wasDone = done;
  }
  return { el, show };
}

const painAllFlags = (tables) => tables.flag_groups.flatMap((group) => group.flags);

function painQuestion(flag, name, inputs, act) {
  const radio = (answer) => h("input", { type: "radio", name, value: answer, onchange: () => act(flag.id, answer) });
  const own = { yes: radio("yes"), no: radio("no") }, id = uid();
  inputs.set(flag.id, own);
  return h("div", { class: "gd-flag", role: "radiogroup", "aria-labelledby": id, "data-flag": flag.id },
    h("p", { id }, flag.question),
    h("div", { class: "gd-answers" }, Object.entries(own).map(([answer, input]) => h("label", {}, input, { yes: "Yes", no: "No" }[answer]))),
    h("p", { class: "gd-do", hidden: true }, `${flag.action}.`));
}

// What takes the place of the ranking: what to do, the most urgent first.
function painAlarm(tables, answers) {
  const groups = tables.flag_groups.map((group) => ({ ...group, flags: group.flags.filter((flag) => answers[flag.id] === "yes") })).filter((group) => group.flags.length);
  return [
    h("p", { class: "gd-alarm-lead" }, tables.say.alarm),
    ...groups.map((group) => h("div", { class: "gd-alarm" }, h("h4", {}, group.title), h("ul", {}, group.flags.map((flag) => h("li", {},
      h("p", { class: "gd-do" }, `${flag.action}.`),
      h("p", {}, `Asked because of: ${flag.name.charAt(0).toLowerCase()}${flag.name.slice(1)}.`),
      flag.more.map((line) => h("p", { class: "gd-quiet" }, line)),
      painCite(tables, flag)))))),
    h("p", { class: "gd-quiet" }, tables.say.after_alarm),
  ];
}

function painCite(tables, claim) {
  const grade = tables.grades[claim.grade];
  return h("p", { class: "gd-cite" }, grade && h("span", { class: "gd-grade", title: grade.meaning }, `${grade.symbol} ${grade.name}`), " ",
    sourceLinks(claim.sources.map((key) => ({ key, short: tables.sources[key]?.short ?? key }))), claim.note && `. ${claim.note}`);
}
