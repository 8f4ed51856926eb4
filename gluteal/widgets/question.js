// One question: answered, judged and kept in the page. Python hears of it through the traits `record`
// (all attempts at this question), `answer` (the newest) and `result`.

const BUILDERS = {
  choice: buildOptions, several: buildOptions, order: buildOrder, match: buildMatch, number: buildNumber, click: buildClick,
};

// The rule by which an answer is judged; gluteal.catalogue.quiz.grade is the same rule, and a test compares them.
const rightIds = (item) => item.options.filter((option) => option.correct).map((option) => option.id);
const gradeNumber = (item, answer) => Math.abs(answer - item.value) <= item.tolerance + 1e-9;

function gradeAnswer(item, answer) {
  const share = {
    choice: () => Number(rightIds(item).includes(answer)),
    click: () => Number(rightIds(item).includes(answer)),
    several: () => {
      const hits = answer.filter((id) => rightIds(item).includes(id)).length;
      return Math.max(0, 2 * hits - answer.length) / rightIds(item).length;
    },
    order: () => answer.filter((id, i) => id === item.solution[i]).length / item.solution.length,
    match: () => item.options.filter((option) => answer[option.id] === option.match).length / item.options.length,
    number: () => Number(gradeNumber(item, answer)),
  }[item.kind]();
  return { correct: share === 1, score: share };
}

function renderQuestion({ model, el }) {
  const item = model.get("item");
  if (!BUILDERS[item?.kind]) return sentence(el, "This question cannot be shown: its data are missing. Run the cell again.");
  const stopping = [];
  const view = buildQuestion(item, model);
  el.replaceChildren(view.node);
  const synchronise = () => (exchange(model, item), view.refresh());
  model.on("change:record", synchronise);
  model.on("change:notice", view.refresh);
  stopping.push(onProgress(synchronise));
  synchronise();
  return () => {
    model.off("change:record", synchronise);
    model.off("change:notice", view.refresh);
    stopping.forEach((stop) => stop());
  };
}

// Let page and model know the same attempts. Each side is written only when it learns something new.
function exchange(model, item) {
  const known = { ...emptyRecord(), ...model.get("record") };
  const record = onlyItem(mergeIntoStore(known), item.id);
  if (attemptSet(record) === attemptSet(known)) return;
  const newest = record.answers.at(-1) ?? null;
  model.set("record", record);
  model.set("answer", newest?.answer ?? null);
  model.set("result", summary(record.answers));
  model.save_changes();
}

function summary(attempts) {
  if (!attempts.length) return {};
  const [first, newest] = [attempts[0], attempts.at(-1)];
  return {
    correct: newest.correct, score: newest.score, attempts: attempts.length,
    first_correct: first.correct, first_score: first.score, at: newest.at,
  };
}

// The card: stem, fields, button, verdict, explanation.
function buildQuestion(item, model) {
  const { node: status, say } = liveRegion({ class: "gl-status" });
  const { node: moves, say: tell } = liveRegion({ class: "gl-hidden" });
  const fields = BUILDERS[item.kind](item, () => status.replaceChildren(), tell, model);
  const predicts = item.role === "predict";
  const main = h("button", { type: "submit", class: "gl-button gl-main" }, predicts ? "Keep my prediction" : "Check my answer");
  const compare = h("button", { type: "button", class: "gl-button", hidden: true }, "Compare with what is right");
  const again = h("button", { type: "button", class: "gl-button", hidden: true }, predicts ? "Predict again" : "Try again");
  const after = h("div", { class: "gl-after", hidden: true }, h("p", {}, rich(item.explanation)), sourceLine(item));
  const tries = h("span", { class: "gl-tries" });
  const notice = h("p", { class: "gl-notice", hidden: true });
  const stemId = uid();
  const set = h("fieldset", { "aria-labelledby": stemId }, fields.node);
  const form = h("form", { class: "gl gl-question gl-" + item.role, novalidate: true },
    h("p", { class: "gl-kicker" }, predicts ? "Predict before you look" : "Check yourself"),
    h("p", { class: "gl-stem", id: stemId }, rich(item.stem)), figureOf(item), set,
    status, after, h("div", { class: "gl-buttons" }, main, compare, again, tries), notice, moves);
  const state = { mode: "open", fields, item, model, say, main, compare, again, after, tries, notice, shown: "" };
  connectButtons(form, state);
  return { node: form, refresh: () => refreshQuestion(state) };
}

function figureOf(item) {
  if (!item.figure_src) return null;
  const words = item.figure_words && h("details", { class: "gl-words" }, h("summary", {}, "Read this figure as text"), h("p", {}, rich(item.figure_words)));
  return h("div", {}, h("img", { class: "gl-shown", src: item.figure_src, alt: item.figure_alt ?? "" }), words);
}

const sourceLine = (item) =>
  item.sources?.length ? h("p", { class: "gl-sources" }, "Sources: ", sourceLinks(item.sources)) : null;

function connectButtons(form, state) {
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    commit(state);
  });
  state.compare.addEventListener("click", () => {
    show(state, "compared");
    state.say(verdictOf(state.item, attemptsOf(state).at(-1)));
    state.again.focus();
  });
  state.again.addEventListener("click", () => {
    show(state, "open");
    state.fields.write(state.item.kind === "order" ? state.item.options.map((option) => option.id) : null);
    state.say("You can answer again.");
    form.querySelector("input, select, .gl-step:not(:disabled)")?.focus();
  });
}

const attemptsOf = (state) => state.model.get("record")?.answers ?? [];

function commit(state) {
  const { item, fields, model } = state;
  const answer = fields.read();
  if (answer === null) return state.say(fields.gap());
  const { correct, score } = gradeAnswer(item, answer);
  const attempt = attemptNow(item.id, answer, correct, score);
  state.shown = attemptKey(attempt);
  mergeIntoStore({ ...loadRecord(), answers: [attempt] });
  exchange(model, item);
  fields.write(answer);
  show(state, item.role === "predict" ? "kept" : "judged");
  state.say(item.role === "predict" ? "Kept. Now look at the figure, then compare." : verdictOf(item, attempt));
  (item.role === "predict" ? state.compare : state.again).focus({ preventScroll: true });
}

function verdictOf(item, { correct, score }) {
  if (correct) return [h("b", { class: "gl-yes" }, "✓ Right. ")];
  const why = item.role === "practice" ? "Read why below." : "Read why below, then try again.";
  const part = score > 0 ? `${Math.round(score * 100)} % of it is right.` : why;
  return [h("b", { class: "gl-no" }, score > 0 ? "◐ Partly right. " : "✗ Not right. "), part];
}

// open: to be answered · kept: a prediction is committed · compared, judged: with feedback
function show(state, mode) {
  const { fields, main, compare, again, after } = state;
  const told = mode === "compared" || mode === "judged";
  state.mode = mode;
  fields.lock(mode !== "open");
  fields.mark(told ? (attemptsOf(state).at(-1)?.answer ?? null) : null);
  main.hidden = mode !== "open";
  compare.hidden = mode !== "kept";
  again.hidden = !told;
  after.hidden = !told;
  showTries(state);
}

function showTries(state) {
  const told = state.mode === "compared" || state.mode === "judged";
  state.tries.textContent = triesLine(attemptsOf(state), state.item, told);
}

function triesLine(attempts, item, told) {
  if (!attempts.length) return "";
  if (item.role === "predict" && !told) return "Your prediction is kept.";
  const first = attempts[0].correct ? "right on the first try" : "not right on the first try";
  return `${attempts.length} ${attempts.length === 1 ? "try" : "tries"}, ${first}`;
}

// Show what store and model know, unless it is shown already. An attempt made elsewhere counts as shown here.
function refreshQuestion(state) {
  const newest = attemptsOf(state).at(-1);
  const key = newest ? attemptKey(newest) : "";
  state.notice.textContent = state.model.get("notice") || pageMemory.trouble;
  state.notice.hidden = !state.notice.textContent;
  if (key === state.shown) return showTries(state);
  state.shown = key;
  try {
    state.fields.write(newest?.answer ?? (state.item.kind === "order" ? state.item.options.map((o) => o.id) : null));
    const readable = newest && state.fields.read() !== null;
    show(state, !readable ? "open" : state.item.role === "predict" ? "kept" : "judged");
  } catch {
    show(state, "open"); // an answer from an earlier edition of the question
  }
}
