// The checklists: every complaint, activity and finding with three states, in groups, searchable.

const SYMP_STATES = [["", "–", "not asked"], ["present", "Yes", "yes"], ["absent", "No", "no"]];

// act(id, "present" | "absent" | null)
function sympChecks(table, act, say) {
  const rows = table.features.map((feature, place) => sympRow(table, feature, place, act));
  const sections = table.sections.map((section, number) => sympSection(table, section, number, rows.filter((row) => row.feature.section === section)));
  const id = uid();
  const find = h("input", { type: "search", id, placeholder: "for example: sitting, knee, FABER", autocomplete: "off", spellcheck: "false" });
  const only = h("input", { type: "checkbox", id: uid() });
  const hits = h("p", { class: "sx-note sx-hits", role: "status" });
  const el = h("section", { class: "sx-checks", "aria-label": "Complaints, activities, findings" },
    h("h3", { class: "sx-step" }, "2. What was asked and found"), h("p", { class: "sx-note" }, table.say.checks),
    h("div", { class: "sx-find" }, h("label", { for: id }, "Find"), find, h("span", { class: "sx-only" }, only, h("label", { for: only.id }, "only answered"))), hits,
    sections.map((section) => section.el));
  let answered = [];

  function sift() {
    const typed = plainText(find.value.slice(0, LONGEST_QUERY)).split(" ").filter(Boolean), sifted = typed.length > 0 || only.checked;
    for (const row of rows) {
      const near = typed.every((word) => row.words.some((own) => Number.isFinite(wordDistance(word, own))));
      row.el.hidden = !(near && (!only.checked || answered[row.place] >= 0));
    }
    const count = rows.filter((row) => !row.el.hidden).length;
    for (const section of sections) section.sift(sifted);
    putText(hits, !sifted ? "" : count ? `${sympCount(count, "question")} of ${rows.length}` : "Nothing found. Try another word, or empty the field.");
  }
  for (const node of [find, only]) node.addEventListener("input", sift);

  // Brings a question into sight and the keyboard to it.
  function go(place) {
    if (rows[place].el.hidden) {
      find.value = "";
      only.checked = false;
      sift();
    }
    sections.find((section) => section.el.contains(rows[place].el)).el.open = true;
    rows[place].el.scrollIntoView({ block: "center" });
    rows[place].inputs.find((input) => input.checked).focus({ preventScroll: true });
    say(`Question: ${rows[place].feature.question}`);
  }

  function show({ given }) {
    answered = given;
    rows.forEach((row) => row.show(given[row.place]));
    sections.forEach((section) => section.show(given));
  }
  return { el, show, go };
}

function sympRow(table, feature, place, act) {
  const name = uid(), id = uid();
  const inputs = SYMP_STATES.map(([value, , words]) => h("input", { type: "radio", name, value, "aria-label": words, onchange: () => act(feature.id, value || null) }));
  const choice = inputs.map((input, i) => h("label", { class: "sx-state" }, input, h("span", { "aria-hidden": "true" }, SYMP_STATES[i][1])));
  const test = table.tests[feature.test];
  const el = h("div", { class: "sx-row", role: "radiogroup", "aria-labelledby": id, "data-feature": feature.id },
    h("p", { id }, feature.question, feature.note && h("span", { class: "sx-note" }, ` ${feature.note.replace(/\.?$/, ".")}`)), h("div", { class: "sx-states" }, choice));
  const words = plainText([feature.name, feature.question, table.groups[feature.group].name, test ?? ""].join(" ")).split(" ");
  let was = null;
  function show(answer) {
    if (answer === was) return;
    was = answer;
    inputs.forEach((input, i) => (input.checked = i === answer + 1));
    el.classList.toggle("sx-answered", answer >= 0);
  }
  return { el, inputs, feature, place, words, show };
}

// A section, in which features that ask about nearly the same stand together under a heading that says so.
function sympSection(table, section, number, rows) {
  const count = h("span", { class: "sx-count" });
  const groups = [...new Set(rows.map((row) => row.feature.group))].map((group) => rows.filter((row) => row.feature.group === group));
  const parts = groups.map((own) => {
    const group = table.groups[own[0].feature.group];
    if (own.length < 2) return own[0].el;
    return h("div", { class: "sx-group" }, h("h4", {}, group.name), h("p", { class: "sx-note" }, group.why), own.map((row) => row.el));
  });
  const el = h("details", { class: "sx-fold", open: number === 0, "data-section": section }, h("summary", {}, table.headings[section] ?? section, " ", count), parts);
  const before = { open: null };

  function sift(sifted) {
    for (const part of parts) if (part.classList.contains("sx-group")) part.hidden = [...part.querySelectorAll(".sx-row")].every((row) => row.hidden);
    el.hidden = rows.every((row) => row.el.hidden);
    if (sifted && before.open === null) before.open = el.open;
    if (sifted) el.open = true;
    else if (before.open !== null) [el.open, before.open] = [before.open, null];
  }
  function show(given) {
    const answered = rows.filter((row) => given[row.place] >= 0).length;
    putText(count, answered ? `${answered} of ${rows.length} answered` : `${rows.length} questions`);
  }
  return { el, sift, show };
}
