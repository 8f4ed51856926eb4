// What was answered so far, with export, import and erase. Works on what the browser keeps; with a kernel the
// record is the union with my_work/progress.json.

const LARGEST_FILE = 20e6;

function renderPanel({ model, el }) {
  const lessons = model.get("lessons");
  if (!Array.isArray(lessons)) return sentence(el, "Your progress cannot be shown: the data are missing. Run the cell again.");
  const { node: status, say } = liveRegion({ class: "gl-status" });
  const table = h("div", { class: "gl-lessons" });
  const notice = h("p", { class: "gl-notice", hidden: true });
  const panel = h("section", { class: "gl gl-panel", "aria-label": "Your progress" }, table, tools(model, say), status, notice);
  el.replaceChildren(panel);
  const draw = () => {
    drawLessons(table, lessons, synchronise(model));
    notice.textContent = model.get("notice") || pageMemory.trouble;
    notice.hidden = !notice.textContent;
  };
  model.on("change:record change:notice", draw);
  const stop = onProgress(draw);
  draw();
  return () => {
    model.off("change:record change:notice", draw);
    stop();
  };
}

function synchronise(model) {
  const known = { ...emptyRecord(), ...model.get("record") };
  const record = mergeIntoStore(known);
  if (attemptSet(record) !== attemptSet(known)) {
    model.set("record", record);
    model.save_changes();
  }
  return record;
}

// The table of lessons and objectives --------------------------------------------------------------
function drawLessons(table, lessons, record) {
  const tries = new Map();
  record.answers.forEach((attempt) => tries.has(attempt.item) || tries.set(attempt.item, attempt));
  const open = new Set([...table.querySelectorAll("details[open]")].map((fold) => fold.dataset.lesson));
  const empty = h("p", {}, "There are no questions in this edition yet.");
  table.replaceChildren(...(lessons.length ? lessons.map((lesson) => lessonFold(lesson, tries, open)) : [empty]));
}

function count(items, tries) {
  const done = items.filter((item) => tries.has(item));
  return { all: items.length, done: done.length, right: done.filter((item) => tries.get(item).correct).length };
}

function lessonFold(lesson, tries, open) {
  const total = count(lesson.objectives.flatMap((goal) => goal.items), tries);
  const title = h("b", {}, `${lesson.id} ${lesson.title}`);
  return h("details", { "data-lesson": lesson.id, open: open.has(lesson.id) },
    h("summary", {}, title, bar(total), h("span", { class: "gl-count" }, countWords(total))),
    h("ul", {}, lesson.objectives.map((goal) => goalRow(goal, tries))));
}

function goalRow(goal, tries) {
  const total = count(goal.items, tries);
  return h("li", {}, h("span", {}, goal.text), bar(total), h("span", { class: "gl-count" }, countWords(total)));
}

const countWords = ({ all, done, right }) =>
  [h("span", {}, `${done} of ${all} answered`), done ? h("span", {}, `${right} right on the first try`) : null].filter(Boolean);

function bar({ all, done, right }) {
  const part = (share, look) => h("span", { class: look, style: `width:${(100 * share) / (all || 1)}%` });
  return h("span", { class: "gl-bar", "aria-hidden": "true" }, part(right, "gl-first"), part(done - right, "gl-later"));
}

// Export, import, erase ----------------------------------------------------------------------------
function tools(model, say) {
  const file = h("input", { type: "file", accept: ".json,application/json", class: "gl-hidden", tabindex: "-1", "aria-hidden": "true" });
  const button = (text, onclick, look = "") => h("button", { type: "button", class: "gl-button " + look, onclick }, text);
  const erase = button("Erase …", () => ask(true));
  const sure = h("span", { class: "gl-sure-line", role: "group", hidden: true }, h("span", {}, "Erase all answers, here and on disk?"),
    button("Yes, erase", () => (ask(false), eraseAll(model, say)), "gl-danger"), button("No, keep them", () => ask(false)));
  const ask = (on) => {
    sure.hidden = !on;
    erase.hidden = on;
    (on ? sure.querySelectorAll("button")[1] : erase).focus();
  };
  file.addEventListener("change", () => takeIn(file.files[0], say).finally(() => (file.value = "")));
  const box = h("div", { class: "gl-tools" }, button("Export to a file", () => download(say)),
    button("Import a file …", () => file.click()), file, erase, sure, h("span", { class: "gl-drop" }, "or drop a file here"));
  connectDrop(box, say);
  return box;
}

function connectDrop(box, say) {
  const over = (on) => (event) => {
    event.preventDefault();
    box.classList.toggle("gl-over", on);
  };
  box.addEventListener("dragover", over(true));
  box.addEventListener("dragleave", over(false));
  box.addEventListener("drop", (event) => {
    over(false)(event);
    event.stopPropagation();
    takeIn(event.dataTransfer.files[0], say);
  });
}

function download(say) {
  const record = loadRecord();
  const url = URL.createObjectURL(new Blob([JSON.stringify(record, null, 1) + "\n"], { type: "application/json" }));
  const name = `gluteal-progress-${new Date().toISOString().slice(0, 10)}.json`;
  const link = h("a", { href: url, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  setTimeout(() => URL.revokeObjectURL(url), 10000);
  say(`${answersOf(record)} written to ${name}.`);
}

const answersOf = (record) => (record.answers.length === 1 ? "1 answer was" : `${record.answers.length} answers were`);

async function takeIn(file, say) {
  if (!file) return;
  try {
    if (file.size > LARGEST_FILE) throw new Error("it is too large to be a progress file");
    const imported = parseRecord(await file.text());
    const before = loadRecord();
    const after = mergeIntoStore({ ...imported, erased: before.erased });
    const fresh = after.answers.length - before.answers.length;
    say(`${answersOf(imported)} read from ${file.name}; ${imported.answers.length - fresh} of them were here already.`);
  } catch (error) {
    say(`${file.name} was not taken in: ${error.message}. Nothing was changed.`);
  }
}

function eraseAll(model, say) {
  saveRecord({ ...emptyRecord(), erased: loadRecord().erased + 1 });
  say("All answers are erased.");
}
