// What a learner has answered, kept by the browser: {format, version, erased, answers: [attempt, …]}, the same
// shape as my_work/progress.json (gluteal/progress.py). Merging two records is the union of their attempts;
// the one that was erased more often wins, so that what a learner erased does not come back.
const STORE_KEY = "gluteal-progress";
const STORE_VERSION = 1;
const STORE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/;

// Blocked or full storage: the page still remembers, for as long as it is open, for all widgets together.
const pageMemory = (window.glutealProgress ??= { record: null, trouble: "" });

const emptyRecord = () => ({ format: STORE_KEY, version: STORE_VERSION, erased: 0, answers: [] });

const isAttempt = (a) =>
  !!a && typeof a.item === "string" && a.item.length > 0 && a.item.length <= 120 &&
  STORE_TIME.test(a.at) && "answer" in a &&
  [true, false, null].includes(a.correct ?? null) &&
  (a.score === null || a.score === undefined || (typeof a.score === "number" && a.score >= 0 && a.score <= 1));

function tidyAttempt({ item, answer, correct = null, score = null, at }) {
  return { item, answer, correct, score, at };
}

function sortedKeys(value) {
  if (Array.isArray(value)) return value.map(sortedKeys);
  if (value === null || typeof value !== "object") return value;
  return Object.fromEntries(Object.keys(value).sort().map((key) => [key, sortedKeys(value[key])]));
}

const attemptKey = (a) => a.at + " " + a.item + " " + JSON.stringify(sortedKeys(tidyAttempt(a)));

// Text → record. Throws an Error whose message is a sentence for the learner.
function parseRecord(text) {
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    throw new Error("it is not a complete progress file (it may have been cut off or edited)");
  }
  if (record?.format !== STORE_KEY) throw new Error("it is not a progress file of these lessons");
  if (!Number.isInteger(record.version) || record.version < 1) throw new Error("its version is not readable");
  if (record.version > STORE_VERSION) throw new Error("it comes from a newer edition of the lessons; update this one first");
  if (!Array.isArray(record.answers) || !record.answers.every(isAttempt)) throw new Error("some answers in it are not readable");
  const erased = Number.isInteger(record.erased) && record.erased > 0 ? record.erased : 0;
  return { ...emptyRecord(), erased, answers: record.answers.map(tidyAttempt) };
}

function mergeRecords(a, b) {
  if (a.erased !== b.erased) return a.erased > b.erased ? a : b;
  const all = new Map([...a.answers, ...b.answers].map((attempt) => [attemptKey(attempt), attempt]));
  const answers = [...all.keys()].sort().map((key) => tidyAttempt(all.get(key)));
  return { ...emptyRecord(), erased: a.erased, answers };
}

// A damaged record is kept aside under another key, never overwritten.
function keepAside(text) {
  for (let n = 1; n < 100; n += 1) {
    const key = `${STORE_KEY}.damaged-${n}`;
    if (localStorage.getItem(key) === null) return localStorage.setItem(key, text);
  }
}

function loadRecord() {
  const kept = pageMemory.record ?? emptyRecord();
  let text = null;
  try {
    text = localStorage.getItem(STORE_KEY);
    return text === null ? kept : mergeRecords(kept, parseRecord(text));
  } catch (error) {
    if (text !== null) setAsideInBrowser(text, error);
    return kept;
  }
}

function setAsideInBrowser(text, error) {
  pageMemory.trouble = `The progress that this browser had kept could not be read: ${error.message}. It was kept aside and a new record was started.`;
  try {
    keepAside(text);
    localStorage.removeItem(STORE_KEY);
  } catch { /* storage is blocked: the page's memory serves */ }
}

function saveRecord(record) {
  pageMemory.record = record;
  try {
    localStorage.setItem(STORE_KEY, JSON.stringify(record));
  } catch {
    pageMemory.trouble = "This browser does not keep your answers (its storage is blocked or full). They last until you close the page: export them.";
  }
  window.dispatchEvent(new CustomEvent(STORE_KEY));
}

// Merge a record into the browser's; returns the whole. Writes only when that changed something.
function mergeIntoStore(record) {
  const before = loadRecord();
  const after = mergeRecords(before, { ...emptyRecord(), ...record });
  if (attemptSet(after) !== attemptSet(before)) saveRecord(after);
  return after;
}

const attemptSet = (record) => record.erased + record.answers.map(attemptKey).join("\n");

const onlyItem = (record, item) => ({ ...record, answers: record.answers.filter((a) => a.item === item) });

const attemptNow = (item, answer, correct, score) => ({ item, answer, correct, score, at: new Date().toISOString() });

// Call back when this page or another tab has changed the record; returns the function that stops it.
function onProgress(callback) {
  const fromTab = (event) => (event.key === STORE_KEY || event.key === null) && forgetMemory() && callback();
  window.addEventListener(STORE_KEY, callback);
  window.addEventListener("storage", fromTab);
  return () => {
    window.removeEventListener(STORE_KEY, callback);
    window.removeEventListener("storage", fromTab);
  };
}

// Another tab wrote to the storage, so the storage works and is the truth.
function forgetMemory() {
  pageMemory.record = null;
  return true;
}
