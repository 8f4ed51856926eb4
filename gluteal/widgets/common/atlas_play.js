// What happens in "find it": every step makes a new game and stores it in the trait `result`.

// page: { change(values), say(sentence), toNext() (focus on the button that goes on) }
function atlasPlay(state, page) {
  const { get, game, atlas } = state;
  const fineFor = (id) => (atlas.structures[id]?.fine ? { fine: true } : {});
  const layersFor = (next) => ({ ...(get("set_layers") && askedNow(next) && !next.settled ? { removed: state.over(askedNow(next)) } : {}), ...fineFor(askedNow(next)) });

  function play(seed) {
    const next = startGame(state.pool(), get("rounds"), seed, get("ask"));
    page.change({ result: next, seed, selected: "", query: "", ...layersFor(next) });
    page.say(findPrompt(atlas, next));
  }

  // Store what an answer or giving up led to; when the round is over, show where the asked one lies.
  function result(next) {
    if (next === game()) return;
    const asked = askedNow(next);
    page.change({ result: next, ...(next.settled && state.isCovered(asked) ? { removed: state.over(asked) } : {}) });
    page.say(findFeedback(atlas, next, state.way).text);
    if (next.settled) page.toNext();
  }

  function goOn() {
    const next = nextRound(game());
    page.change({ result: next, ...layersFor(next) });
    page.say(findPrompt(atlas, next));
    page.toPlate();
  }

  return {
    answer: (id) => id && game() && result(answerGame(game(), id)),
    giveUp: () => result(giveUp(game())),
    next: goOn,
    start: () => play(get("seed")),
    restart: () => play(game().seed),
    another: () => play(game().seed + 1),
    sum: () => page.change({ result: { ...game(), closed: true } }),
    settings: () => page.change({ result: {} }),
    setting: (name, value) => page.change({ [name]: value }),
  };
}
