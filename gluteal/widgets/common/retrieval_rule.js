// Leitner's boxes as the page looks them up; the numbers come from Python. gluteal.models.retrieval is the same rule,
// and a test compares the two.

const RV_HOUR = 3600000;

const rvWait = (rule, box) => (rule.intervals_days[box - 1] * 24 - rule.early_h) * RV_HOUR;

// attempts: of one question, earliest first.
function rvStanding(rule, attempts) {
  const judged = attempts.filter((attempt) => attempt.correct !== null);
  return judged.reduce((now, attempt) => rvAfter(rule, now, Date.parse(attempt.at), attempt.correct), { box: 1, due: 0, answers: 0, misses: 0, missed: false });
}

function rvAfter(rule, before, at, right) {
  const next = { ...before, answers: before.answers + 1, missed: !right };
  if (!right) return { ...next, box: 1, due: at, misses: before.misses + 1 };
  if (before.missed) {
    const rested = at >= before.due + rvWait(rule, 1), box = rested ? 2 : 1;
    return { ...next, box, due: (rested ? at : before.due) + rvWait(rule, box) };
  }
  if (at < before.due) return next;
  const box = Math.min(before.box + 1, rule.intervals_days.length);
  return { ...next, box, due: at + rvWait(rule, box) };
}

// Map of id → standing, of the questions that were answered.
function rvStandings(rule, record) {
  const attempts = new Map();
  for (const attempt of record.answers) attempts.set(attempt.item, [...(attempts.get(attempt.item) ?? []), attempt]);
  return new Map([...attempts].map(([item, own]) => [item, rvStanding(rule, own)]).filter(([, found]) => found.answers));
}

// missed, due, new or later
function rvState(found, now) {
  if (!found) return "new";
  return found.missed ? "missed" : found.due <= now ? "due" : "later";
}

// bank: [{id, lesson}] in its order. Returns the ids of a session in the order in which they are asked.
function rvChoose(bank, standings, now, length) {
  const turn = {};
  const ranked = bank.map((item, place) => {
    const found = standings.get(item.id), state = rvState(found, now);
    if (state === "new") turn[item.lesson] = (turn[item.lesson] ?? 0) + 1;
    const rank = { missed: [0, found?.due, 0], due: [1, found?.box, found?.due], new: [2, turn[item.lesson], 0], later: [3, found?.due, 0] }[state];
    return { item, rank: [...rank, place] };
  });
  ranked.sort((a, b) => a.rank.map((value, i) => value - b.rank[i]).find((gap) => gap) ?? 0);
  return rvMixed(ranked.slice(0, length).map((one) => one.item));
}

// Neighbours come from different lessons wherever possible.
function rvMixed(chosen) {
  const left = [...chosen], asked = [];
  let before = "";
  while (left.length) {
    const count = (lesson) => left.filter((item) => item.lesson === lesson).length;
    const others = left.filter((item) => item.lesson !== before), open = others.length ? others : left;
    const most = Math.max(...open.map((item) => count(item.lesson)));
    const pick = open.find((item) => count(item.lesson) === most);
    left.splice(left.indexOf(pick), 1);
    asked.push(pick.id);
    before = pick.lesson;
  }
  return asked;
}
