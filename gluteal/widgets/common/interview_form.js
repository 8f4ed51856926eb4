// The form of the interview: red flags with yes and no, then questions by part, each with room to write.

const INTERVIEW_FORMAT = 1;
const INTERVIEW_ANSWERS = [["yes", "Yes"], ["no", "No"]];

// given: {answers: {id: "yes" | "no"}, notes: {id: text}}; it lives as long as the page and is never saved.
const interviewEmpty = () => ({ answers: {}, notes: {} });

// changed() is called after every answer.
function interviewForm(records, given, changed) {
  const alarm = h("div", { class: "ic-alarm", role: "alert", hidden: true });
  const flags = h("fieldset", { class: "ic-part ic-flags" }, h("legend", {}, records.say.flags), records.flags.map((flag) => interviewFlag(flag, given, changed)), alarm);
  const parts = records.parts.map((part, place) => h("fieldset", { class: "ic-part", "data-part": part.id },
    h("legend", {}, `${place + 2}. ${part.title}`), part.questions.map((one) => interviewQuestion(one, given, changed))));
  return { nodes: [flags, ...parts], show: () => interviewAlarm(records, given, alarm) };
}

function interviewFlag(flag, given, changed) {
  const id = uid();
  return h("div", { class: "ic-row", "data-id": flag.id }, h("p", { id, class: "ic-asked" }, flag.question), interviewChoice(flag.id, id, given, changed));
}

function interviewQuestion(one, given, changed) {
  const id = uid();
  const field = h("input", { type: "text", class: "ic-note", maxlength: 200, "aria-labelledby": id, autocomplete: "off", placeholder: one.kind === "open" ? "Answer" : "Note" });
  field.value = given.notes[one.id] ?? "";
  field.addEventListener("input", () => { given.notes[one.id] = field.value; });
  const why = h("details", { class: "ic-why" }, h("summary", {}, "Why ask?"),
    h("p", {}, one.why, " ", h("span", { class: "ic-grade", "aria-hidden": "true" }, one.symbol), ` ${one.word}`, one.sources.length ? ": " : ".", ...sourceLinks(one.sources)));
  return h("div", { class: "ic-row", "data-id": one.id }, h("p", { id, class: "ic-asked" }, one.question),
    h("div", { class: "ic-answer" }, one.kind === "yes-no" && interviewChoice(one.id, id, given, changed), field), why);
}

function interviewChoice(key, labelled, given, changed) {
  const name = uid();
  const inputs = INTERVIEW_ANSWERS.map(([value]) => {
    const input = h("input", { type: "radio", name, value });
    input.checked = given.answers[key] === value;
    input.addEventListener("change", () => { given.answers[key] = value; changed(); });
    return input;
  });
  return h("div", { class: "ic-choice", role: "radiogroup", "aria-labelledby": labelled }, inputs.map((input, i) => h("label", {}, input, INTERVIEW_ANSWERS[i][1])));
}

function interviewAlarm(records, given, alarm) {
  const urgent = records.flags.filter((flag) => given.answers[flag.id] === "yes");
  alarm.hidden = urgent.length === 0;
  alarm.replaceChildren(...(urgent.length ? [h("p", {}, h("b", {}, records.say.alarm)), h("ul", {}, urgent.map((flag) => h("li", {}, `${flag.action}.`)))] : []));
  return urgent;
}
