// "Find it": the panel that asks, says what was right or wrong and why, counts, and sums up at the end.

const FIND_OUTCOMES = { first: "at the first try", second: "at the second try", shown: "shown to you" };

function findScore(game) {
  const count = (outcome) => game.answers.filter((answer) => answer.outcome === outcome).length;
  return `${game.score} of ${game.answers.length} at the first try` + (count("second") ? `, ${count("second")} at the second` : "") + (count("shown") ? `, ${count("shown")} shown` : "");
}

// What the learner is asked, as text: a name to find on the plate, or a description to put a name to.
function findPrompt(atlas, game) {
  const id = askedNow(game);
  if (!id) return "";
  const record = atlas.structures[id];
  return game.ask === "words" ? `Which one is it? ${record.clue}` : `Find: ${record.name}`;
}

// Right or wrong, in words. way(from, to) says where to go from a wrong place.
function findFeedback(atlas, game, way) {
  const asked = askedNow(game);
  const name = (id) => atlas.structures[id]?.name ?? id;
  const last = game.tries.at(-1);
  if (game.settled) {
    const outcome = game.answers.at(-1).outcome;
    if (outcome !== "shown") return { tone: "right", text: `Right: ${name(asked)}.` };
    return { tone: "wrong", text: `${last ? `You chose: ${name(last)}. ` : ""}Here it is: ${name(asked)}${last ? `, ${way(last, asked)}` : ""}.` };
  }
  if (!last) return { tone: "", text: "" };
  const hint = game.ask === "words" ? "" : ` Look ${way(last, asked)}.`;
  return { tone: "wrong", text: `No, you chose: ${name(last)}.${hint} One try left.` };
}

function findOptions(settings, tell) {
  const base = uid();
  const choice = (value, text, hint) => h("label", { class: "gx-choice" },
    h("input", { type: "radio", name: `${base}-ask`, value, checked: settings.ask === value, onchange: () => tell.setting("ask", value) }), h("span", {}, h("strong", {}, text), h("br"), hint));
  const rounds = h("input", { type: "number", id: `${base}-rounds`, min: 1, max: settings.most, step: 1, value: Math.min(settings.rounds, settings.most) });
  rounds.addEventListener("change", () => {
    const typed = Math.round(Number(rounds.value));
    rounds.value = Math.min(settings.most, Math.max(1, Number.isFinite(typed) && typed ? typed : 1));
    tell.setting("rounds", Number(rounds.value));
  });
  const peel = h("input", { type: "checkbox", id: `${base}-peel`, checked: settings.set_layers, onchange: (event) => tell.setting("set_layers", event.target.checked) });
  const fine = h("input", { type: "checkbox", id: `${base}-fine`, checked: settings.fine, onchange: (event) => tell.setting("fine", event.target.checked) });
  return [
    h("fieldset", { class: "gx-ask" }, h("legend", {}, "How you are asked"),
      choice("place", "By name", "You read a name and choose its place on the plate."),
      choice("words", "By description", "You read where it runs and choose its name from the list.")),
    h("p", { class: "gx-option" }, h("label", { for: `${base}-rounds` }, "Rounds"), rounds, h("span", {}, `of ${settings.most} possible`)),
    h("p", { class: "gx-option" }, peel, h("label", { for: `${base}-peel` }, "Set the layers for me (otherwise you remove them yourself)")),
    h("p", { class: "gx-option" }, fine, h("label", { for: `${base}-fine` }, "Ask for nerves, vessels and bursae, too")),
    h("button", { type: "button", class: "gl-button gl-main gx-start", onclick: tell.start }, "Start"),
  ];
}

// The buttons of the round; they stand beside the question, so that a phone needs no scrolling.
function findButtons(game, tell) {
  if (!game.settled) return [h("button", { type: "button", class: "gl-button gx-give-up", onclick: tell.giveUp }, "Show me")];
  const act = game.finished ? tell.sum : tell.next;
  return [h("button", { type: "button", class: "gl-button gl-main gx-next", onclick: act }, game.finished ? "See how it went" : "Next one")];
}

function findRound(atlas, game, tell) {
  const number = game.answers.length + (game.settled ? 0 : 1);
  const clue = game.settled ? atlas.structures[askedNow(game)]?.clue : "";
  const done = Array.from({ length: game.order.length }, (_, index) => game.answers[index]?.outcome ?? (index === number - 1 ? "now" : "later"));
  const sign = { first: "✓", second: "2", shown: "✗", now: "•", later: "" };
  return [
    h("p", { class: "gx-count" }, `Round ${number} of ${game.order.length}`),
    h("div", { class: "gx-dots", "aria-hidden": "true" }, ...done.map((outcome) => h("span", { class: `gx-dot gx-dot-${outcome}` }, sign[outcome]))),
    h("p", { class: "gx-score" }, game.answers.length ? `${findScore(game)}. In a row: ${game.streak}.` : "Nothing counted yet."),
    game.settled ? null : h("p", { class: "gx-note" }, `You have two tries. ${game.ask === "words" ? "Choose the name in the list, or its place on the plate." : "Click or tap the place. With keys: Tab to the plate, arrows to move, Enter to choose. The list says the same in words."}`),
    clue ? h("div", { class: "gx-row" }, h("h4", {}, atlas.structures[askedNow(game)].name), h("p", {}, clue)) : null,
    h("div", { class: "gx-card-buttons" }, h("button", { type: "button", class: "gl-button gx-restart", onclick: tell.restart }, "Start again"),
      h("button", { type: "button", class: "gl-button gx-settings", onclick: tell.settings }, "Change how I am asked")),
  ];
}

function findSummary(atlas, game, tell) {
  const again = game.revise.map((id) => h("li", {}, h("button", { type: "button", class: "gl-button", onclick: () => tell.read(id) }, atlas.structures[id]?.name ?? id)));
  const rows = game.answers.map((answer) => h("tr", {}, h("td", {}, atlas.structures[answer.structure]?.name ?? answer.structure), h("td", {}, FIND_OUTCOMES[answer.outcome]),
    h("td", {}, answer.wrong.map((id) => atlas.structures[id]?.name ?? id).join(", ") || "–")));
  return [
    h("p", {}, `${findScore(game)}. Longest run without a miss: ${game.best_streak}.`),
    again.length ? h("p", {}, "Look at these again:") : h("p", {}, "All of them at the first try. Now switch “Set the layers for me” off, or let yourself be asked by description."),
    again.length ? h("ul", { class: "gx-again" }, ...again) : null,
    h("div", { class: "gx-card-buttons" },
      h("button", { type: "button", class: "gl-button gl-main gx-start", onclick: tell.another }, "Another game"),
      h("button", { type: "button", class: "gl-button gx-restart", onclick: tell.restart }, "The same game again"),
      h("button", { type: "button", class: "gl-button gx-settings", onclick: tell.settings }, "Change how I am asked")),
    h("details", {}, h("summary", {}, "All answers"), h("table", {}, h("thead", {}, h("tr", {}, ...["Asked", "Found", "Taken for it"].map((text) => h("th", { scope: "col" }, text)))), h("tbody", {}, ...rows))),
  ];
}
