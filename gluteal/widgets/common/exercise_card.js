// What to know of an exercise: first when to stop, then how, the errors, dose, easier and harder, what the hip model says.

const exerciseGrade = ([symbol, name]) => h("span", { class: "ep-grade", title: name }, symbol, h("span", { class: "ep-grade-name" }, ` ${name}`));
const exerciseSentence = (text) => (/[.!?]$/.test(text) ? text : `${text}.`);

function exerciseFirst(records, one) {
  const stops = records.stops.map(([words, sources, ours]) => h("li", {}, words, " ", sourceLinks(sources), ours ? h("small", {}, `(${ours})`) : ""));
  return h("section", { class: "ep-first" }, h("h4", {}, records.say.first), h("ul", {}, one.cautions.map((words) => h("li", {}, exerciseSentence(words))), stops));
}

function exerciseHow(records, one, id, open) {
  const link = ([words, other], label) => words || other ? h("p", {}, h("b", {}, `${label}: `), words ? exerciseSentence(words) : "", other ? [" ", h("button", { type: "button", class: "gl-button ep-link", "data-to": other, onclick: () => open(other) }, records.names[other])] : "") : "";
  return h("section", { class: "ep-how" },
    h("p", {}, h("b", {}, "Start: "), exerciseSentence(one.start)), h("p", {}, h("b", {}, "Movement: "), exerciseSentence(one.movement)),
    h("div", { class: "ep-pair" }, h("div", {}, h("h4", {}, "Cues"), h("ul", {}, one.cues.map((words) => h("li", {}, words)))), h("div", {}, h("h4", {}, "Common errors"), h("ul", {}, one.errors.map((words) => h("li", { class: words === one.error[0] ? "ep-shown" : "" }, words, words === one.error[0] ? h("small", {}, " (shown as “Common error”)") : ""))))),
    h("p", { class: "ep-dose" }, h("b", {}, "Dose: "), exerciseSentence(one.dose), " ", h("small", {}, exerciseSentence(one.dose_basis), " "), exerciseGrade(one.dose_grade)),
    link(one.easier, "Easier"), link(one.harder, "Harder"),
    h("p", {}, h("b", {}, "Aims at: "), exerciseSentence(one.targets)),
    h("p", { class: "ep-source" }, h("b", {}, "How sure: "), exerciseGrade(one.grade), ` ${exerciseSentence(one.evidence)} `, sourceLinks(one.sources), one.note ? h("small", {}, ` ${exerciseSentence(one.note)}`) : ""));
}

// The lines of the computed hip in the pose that is shown, as bars from the length in standing.
function exerciseLines(records) {
  const body = h("tbody"), head = h("caption"), warn = h("p", { class: "ep-warn" }, records.say.unusual);
  const el = h("details", { class: "ep-lines" }, h("summary", {}, "What the hip model says of this position"), h("p", { class: "ep-note" }, records.say.model), warn, h("table", {}, head, h("thead", { class: "gl-hidden" }, h("tr", {}, h("th", {}, "Line"), h("th", {}, "Change of length"))), body), h("p", { class: "ep-note" }, records.say.drawn));
  const bar = (percent) => h("span", { class: "ep-bar", "aria-hidden": "true" }, h("span", { class: percent < 0 ? "ep-shorter" : "ep-longer", style: `width:${Math.min(Math.abs(percent), 60) / 1.2}%` }));
  return {
    el,
    show(one, phase) {
      putText(head, { start: "At the start", end: "At the end", error: "In the common error" }[phase]);
      warn.hidden = one.usual[phase];
      body.replaceChildren(...one.lines[phase].map(([name, percent]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, bar(percent), h("span", { class: "ep-percent" }, percent === 0 ? "as in standing" : `${percent > 0 ? "+" : "−"}${Math.abs(percent)} %`)))));
    },
  };
}

// The movement in words, for whoever does not see it.
function exerciseTwin(one, wrong) {
  const last = wrong ? `Common error, ${one.error[1][0].toLowerCase()}${one.error[1].slice(1)}. ${one.said.error}` : `At the end: ${one.said.end}`;
  return [h("summary", {}, "The movement in words"), h("p", {}, `${exerciseSentence(one.start)} ${one.said.start}`), h("p", {}, exerciseSentence(one.movement)), h("p", {}, last)];
}
