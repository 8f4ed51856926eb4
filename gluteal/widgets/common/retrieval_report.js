// What was answered, by lesson and objective: first try and latest, in numbers and words, with a bar beside them.

// When something is due, by the days of the learner's own calendar.
function rvWhen(due, now) {
  if (due <= now) return "now";
  const day = (time) => new Date(new Date(time).setHours(12, 0, 0, 0)).getTime();
  const days = Math.round((day(due) - day(now)) / (24 * RV_HOUR));
  return days === 0 ? "later today" : days === 1 ? "tomorrow" : `in ${days} days`;
}

function rvTally(items, tries, standings, now) {
  const own = items.map((item) => ({ tries: tries.get(item.id), found: standings.get(item.id) })).filter((one) => one.found);
  return {
    all: items.length, answered: own.length,
    first: own.filter((one) => one.tries[0].correct).length,
    latest: own.filter((one) => one.tries.at(-1).correct).length,
    missed: own.filter((one) => one.found.missed).length,
    due: own.filter((one) => rvState(one.found, now) === "due").length,
    next: own.length ? Math.min(...own.map((one) => one.found.due)) : null,
  };
}

// [{lesson, total, goals: [{text, …tally}]}]
function rvReport(records, record, now) {
  const standings = rvStandings(records.rule, record), tries = new Map();
  for (const attempt of record.answers) if (attempt.correct !== null) tries.set(attempt.item, [...(tries.get(attempt.item) ?? []), attempt]);
  const tally = (items) => rvTally(items, tries, standings, now);
  return records.lessons.map((lesson) => {
    const items = records.items.filter((item) => item.lesson === lesson.id);
    const goals = lesson.objectives.map((text, i) => ({ text, ...tally(items.filter((item) => item.objective === i + 1)) }));
    return { lesson, total: tally(items), goals: goals.filter((goal) => goal.all) };
  });
}

const rvShare = (right, answered) => (answered ? `${right} of ${answered}` : "–");

function rvNext(goal, now) {
  if (!goal.answered) return "not begun";
  if (goal.missed) return `repeat ${goal.missed} now`;
  return goal.due ? `${goal.due} due now` : rvWhen(goal.next, now);
}

function rvBar(right, answered) {
  const width = answered ? (100 * right) / answered : 0;
  return h("span", { class: "rv-bar", "aria-hidden": "true" }, h("span", { style: `width:${width}%` }));
}

function rvGoalRow(goal, now) {
  const cell = (label, right) => h("td", { "data-label": label }, h("span", {}, rvShare(right, goal.answered)), goal.answered ? rvBar(right, goal.answered) : null);
  return h("tr", {}, h("th", { scope: "row" }, goal.text), h("td", { "data-label": "Answered" }, `${goal.answered} of ${goal.all}`),
    cell("Right on the first try", goal.first), cell("Right the latest time", goal.latest), h("td", { "data-label": "Next" }, rvNext(goal, now)));
}

const RV_COLUMNS = ["Objective", "Answered", "Right on the first try", "Right the latest time", "Next"];

function rvTable(goals, now, caption) {
  return h("table", {}, h("caption", { class: "gl-hidden" }, caption), h("thead", {}, h("tr", {}, RV_COLUMNS.map((name) => h("th", { scope: "col" }, name)))), h("tbody", {}, goals.map((goal) => rvGoalRow(goal, now))));
}

function rvLessonFold({ lesson, total, goals }, now, open) {
  const words = total.answered ? `${total.answered} of ${total.all} answered; right first ${total.first}, latest ${total.latest}` : `${total.all} questions, not begun`;
  return h("details", { "data-lesson": lesson.id, open }, h("summary", {}, h("b", {}, `${lesson.id} ${lesson.title}`), " ", h("span", { class: "rv-quiet" }, words)),
    h("div", {}, rvTable(goals, now, `Lesson ${lesson.id} by objective`), rvLink(lesson, `Open lesson ${lesson.id}`)));
}

// A lesson lies beside this one: a page beside a page, a notebook beside a notebook. JupyterLab's own address says
// nothing of the notebook's folder, but the widget manager does.
const rvPlace = { notebook: "" };

function rvLink(lesson, words) {
  const page = /\.html$/.test(location.pathname);
  if (!lesson.ready || !(page || rvPlace.notebook)) return null;
  if (page) return h("p", {}, h("a", { href: rvPage(lesson.file.replace(/\.ipynb$/, "")) }, words));
  const base = JSON.parse(document.getElementById("jupyter-config-data")?.textContent || "{}").baseUrl ?? "/";
  const folder = rvPlace.notebook.split("/").slice(0, -1).map((part) => encodeURIComponent(part) + "/").join("");
  return h("p", {}, h("a", { href: `${base}lab/tree/${folder}${lesson.file}`, target: "_blank", rel: "noopener" }, words));
}

// The list of lessons on a page knows each page's name (the first is index.html); slides lie beside slides.
const rvPage = (stem) => document.querySelector(`nav a[data-lesson="${stem}"]`)?.getAttribute("href") ?? `${stem}.html`;

function rvFolds(report, now, open) {
  return h("div", { class: "rv-report" }, report.map((part) => rvLessonFold(part, now, open.has(part.lesson.id))));
}

// How many questions come when: [["now", 3], ["tomorrow", 2], …]
function rvComing(records, record, now) {
  const standings = [...rvStandings(records.rule, record).values()].sort((a, b) => a.due - b.due), counts = new Map();
  for (const found of standings) counts.set(rvWhen(found.due, now), (counts.get(rvWhen(found.due, now)) ?? 0) + 1);
  return [...counts];
}

function rvComingWords(records, coming) {
  const fresh = records.items.length - coming.reduce((sum, [, count]) => sum + count, 0);
  const parts = coming.map(([when, count]) => `${count} ${when}`);
  return [parts.join(", "), fresh && `${fresh} not asked yet`].filter(Boolean).join("; ") + ".";
}

// The objectives in which most is missed, of equal ones that with the larger share: what to revise first.
function rvRevise(report, most = 5) {
  const goals = report.flatMap((part) => part.goals.map((goal) => ({ ...goal, lesson: part.lesson }))).filter((goal) => goal.missed);
  return goals.sort((a, b) => b.missed - a.missed || b.missed / b.answered - a.missed / a.answered).slice(0, most);
}
