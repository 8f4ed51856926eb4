// The rules of "find it". A game is a plain object, so it can be a synced trait; every step returns a new one.

const FIND_TRIES = 2;

// Small seeded generator (mulberry32): the same seed gives the same order everywhere.
function seededRandom(seed) {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

function seededOrder(list, seed) {
  const random = seededRandom(seed);
  const order = list.slice();
  for (let last = order.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [order[last], order[other]] = [order[other], order[last]];
  }
  return order;
}

function startGame(pool, rounds, seed, ask) {
  return { seed, ask, order: seededOrder(pool, seed).slice(0, rounds), tries: [], settled: false, answers: [], score: 0, streak: 0, best_streak: 0, finished: false, closed: false, revise: [] };
}

function askedNow(game) {
  return game.order[game.settled ? game.answers.length - 1 : game.answers.length] ?? null;
}

function settle(game, outcome) {
  const structure = askedNow(game);
  const answers = [...game.answers, { structure, outcome, wrong: game.tries }];
  const streak = outcome === "first" ? game.streak + 1 : 0;
  return {
    ...game, answers, streak, settled: true,
    score: answers.filter((answer) => answer.outcome === "first").length,
    best_streak: Math.max(game.best_streak, streak),
    finished: answers.length === game.order.length,
    revise: answers.filter((answer) => answer.outcome !== "first").map((answer) => answer.structure),
  };
}

function answerGame(game, structure) {
  if (game.settled || game.finished) return game;
  if (structure === askedNow(game)) return settle(game, game.tries.length ? "second" : "first");
  if (game.tries.includes(structure)) return game; // the same wrong place again costs nothing
  const missed = { ...game, tries: [...game.tries, structure] };
  return missed.tries.length >= FIND_TRIES ? settle(missed, "shown") : missed;
}

function giveUp(game) {
  return game.settled || game.finished ? game : settle(game, "shown");
}

function nextRound(game) {
  return game.settled && !game.finished ? { ...game, settled: false, tries: [] } : game;
}

function isGame(value) {
  return Boolean(value) && Array.isArray(value.order) && Array.isArray(value.answers) && Array.isArray(value.tries);
}
