// A session: its questions one after the other. What is missed comes again, after some others. A session is plain data
// ({start, queue, place, since}), so that a page that is loaded again goes on where it was.

// The tab keeps the session: loaded again, or its cell run again, the practice goes on. Not under the page's address,
// which JupyterLab changes while it loads.
function rvKept() {
  const key = "gluteal-practice";
  const take = () => {
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null; // damaged or blocked: a new session
    }
  };
  const keep = (session) => {
    try {
      sessionStorage.setItem(key, JSON.stringify(session));
    } catch { /* the storage is blocked or full: the page forgets */ }
  };
  return { take, keep };
}

const rvNow = () => new Date().toISOString();

const rvBegin = (queue) => ({ start: rvNow(), queue, place: 0, since: rvNow() });

// A session that was kept, or null when this edition does not know its questions.
function rvTaken(kept, records) {
  const known = new Set(records.items.map((item) => item.id));
  const whole = Array.isArray(kept?.queue) && kept.queue.length > 0 && kept.queue.every((id) => known.has(id));
  return whole && Number.isInteger(kept.place) && kept.place >= 0 && kept.place < kept.queue.length && STORE_TIME.test(kept.start) && STORE_TIME.test(kept.since) ? kept : null;
}

const rvTries = (record, id, since) => record.answers.filter((attempt) => attempt.item === id && attempt.at >= since);

// The session after the question that is shown: what was missed is put in again.
function rvStep(session, record, rule) {
  const { queue, place, since } = session, id = queue[place], latest = rvTries(record, id, since).at(-1);
  const again = latest && !latest.correct && queue.filter((one) => one === id).length <= rule.returns;
  const at = Math.min(place + 1 + rule.apart, queue.length);
  return { ...session, queue: again ? [...queue.slice(0, at), id, ...queue.slice(at)] : queue, place: place + 1, since: rvNow() };
}

// What became of each question of a session: right at once, right later, open. Those left out do not count.
function rvOutcome(session, record) {
  return [...new Set(session.queue)].map((id) => ({ id, tries: rvTries(record, id, session.start) })).filter((one) => one.tries.length).map(({ id, tries }) => {
    const end = tries[0].correct ? "once" : tries.at(-1).correct ? "later" : "open";
    return { id, end };
  });
}

// The page of one question. does: { next(), leave(), stop() }; fresh is called when it is answered.
function rvQuestionPage(outer, engine, records, session, does) {
  const { queue, place, since } = session, item = records.items.find((one) => one.id === queue[place]);
  const again = queue.indexOf(item.id) < place;
  const card = rvCard(outer, engine, records, item, since);
  const last = () => place + 1 >= queue.length && !(rvStep(session, loadRecord(), records.rule).queue.length > queue.length);
  const next = h("button", { type: "button", class: "gl-button gl-main rv-next", hidden: true, onclick: does.next });
  const leave = h("button", { type: "button", class: "gl-button rv-leave", onclick: does.leave }, "Leave it out");
  const stop = h("button", { type: "button", class: "gl-button rv-stop", onclick: does.stop }, "End the session here");
  const returns = h("p", { class: "rv-quiet", hidden: true }, "It comes again in this session.");
  const bar = h("progress", { max: queue.length, value: place, "aria-hidden": "true" });
  const where = h("p", { class: "rv-where", tabindex: "-1" }, `Question ${place + 1} of ${queue.length}`, again ? h("b", { class: "rv-again" }, " ↺ again, missed before") : null);
  const answered = (fresh) => {
    const tries = rvTries(loadRecord(), item.id, since);
    if (!tries.length || !next.hidden) return;
    next.textContent = last() ? "See the result" : "Next question";
    next.hidden = false;
    leave.hidden = true;
    returns.hidden = rvStep(session, loadRecord(), records.rule).queue.length === queue.length;
    if (fresh) setTimeout(() => next.focus({ preventScroll: true }));
  };
  const node = h("div", {}, h("div", { class: "rv-top" }, where, bar), card.node, returns, h("div", { class: "rv-steps" }, next, leave, stop));
  answered(false);
  return { node, where, answered, release: card.release };
}

const RV_ENDS = {
  once: ["✓", "Right at once"],
  later: ["↺", "Missed, then right"],
  open: ["✗", "Still open"],
};

// The result of a session: numbers, each question with what became of it and when it comes again.
function rvResult(records, session, record, now) {
  const outcome = rvOutcome(session, record), standings = rvStandings(records.rule, record);
  const count = (end) => outcome.filter((one) => one.end === end).length;
  const row = ({ id, end }) => {
    const item = records.items.find((one) => one.id === id), found = standings.get(id);
    return h("li", { class: "rv-" + end }, h("span", { class: "rv-sign", "aria-hidden": "true" }, RV_ENDS[end][0]),
      h("span", {}, h("b", {}, `${RV_ENDS[end][1]}. `), rich(item.stem), " ", h("span", { class: "rv-quiet" }, `Lesson ${item.lesson}, box ${found.box}, again ${rvWhen(found.due, now)}.`)));
  };
  const numbers = Object.entries(RV_ENDS).map(([end, [sign, words]]) => h("li", { class: "rv-" + end }, h("b", {}, String(count(end))), ` ${sign} ${words.toLowerCase()}`));
  if (!outcome.length) return [h("p", {}, "You left out every question. Nothing was counted.")];
  return [h("ul", { class: "rv-numbers" }, numbers), h("ol", { class: "rv-list" }, outcome.map(row))];
}
