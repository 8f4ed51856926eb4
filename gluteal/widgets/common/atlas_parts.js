// Smaller parts of the atlas explorer: switches, the line that names things in large letters, the reading column.

// A row of buttons of which one is on. choices: [[value, words]]
function atlasSwitch(label, choices, choose) {
  const buttons = choices.map(([value, words]) => h("button", { type: "button", "data-value": value, onclick: () => choose(value) }, words));
  const el = h("div", { class: "gx-group", role: "group", "aria-label": label }, ...buttons);
  const show = (value) => buttons.forEach((button) => putAttribute(button, "aria-pressed", button.dataset.value === value));
  return { el, show };
}

// The name of what is pointed at, or the question of the game, large enough for the last row.
function atlasStatus(state, play) {
  const name = h("p", { class: "gx-name" }), under = h("p", { class: "gx-under" }), buttons = h("div", { class: "gx-status-buttons" });
  const el = h("div", { class: "gx-status" }, h("div", { class: "gx-status-words" }, name, under), buttons);
  let asked = null;

  function write(title, line, tone = "") {
    putText(name, title);
    putText(under, line);
    under.className = `gx-under ${tone && `gx-${tone}`}`;
  }

  function showGame(game) {
    const { tone, text } = findFeedback(state.atlas, game, state.way);
    const sign = { right: "✓ ", wrong: "✗ " }[tone] ?? "";
    write(findPrompt(state.atlas, game), text ? sign + text : `Round ${game.answers.length + 1} of ${game.order.length}`, tone);
    if (asked !== game) buttons.replaceChildren(...findButtons(game, play));
    asked = game;
  }

  function show(id) {
    if (state.playing()) return showGame(state.game());
    if (asked) buttons.replaceChildren();
    asked = null;
    const shown = id || state.get("selected");
    const record = state.atlas.structures[shown];
    if (record && !state.secret()) return write(record.name, `${KIND_WORDS[record.kind] ?? ""} · ${state.depthTitle(shown)}`);
    if (state.inFind()) return state.game() ? write(findScore(state.game()), "This game is over.") : write("Find it", "Say how you want to be asked, then start.");
    write("Point at the plate", "You read the name of what lies there. Click or tap to read about it.");
  }

  return { el, show };
}

// The reading column: the card of what is chosen, or the game.
function atlasReader(state, tell) {
  const { atlas, get } = state;
  const el = h("section", { class: "gx-read", "aria-label": "Card" });
  let shown = "", read = "";

  function show() {
    const id = get("selected");
    const key = JSON.stringify(state.inFind() ? [get("result"), get("ask"), get("rounds"), get("set_layers"), get("view"), get("fine")] : [id, get("view"), get("fine"), atlas.structures[id] ? state.isCovered(id) : ""]);
    if (key === shown) return;
    shown = key;
    const held = el.contains(document.activeElement) ? document.activeElement.className : null;
    el.setAttribute("aria-label", state.inFind() ? "Find it" : "Card");
    el.replaceChildren(...(state.inFind() ? findPanel() : card(id)).filter(Boolean));
    if (state.inFind() || id !== read) el.scrollTop = 0;
    read = id;
    if (held !== null) keepFocus(held);
  }

  // The button that was pressed has been drawn anew: the focus goes back to it, or to the first control.
  function keepFocus(look) {
    const same = [...el.querySelectorAll("button, input")].find((node) => node.className === look);
    (same ?? el.querySelector("button, input, h3"))?.focus({ preventScroll: true });
  }

  function findPanel() {
    const game = state.game(), head = h("h3", {}, "Find it");
    if (!game) return [head, ...findOptions({ ask: get("ask"), rounds: get("rounds"), set_layers: get("set_layers"), fine: get("fine"), most: state.pool().length }, tell)];
    return [head, ...(game.closed ? findSummary(atlas, game, tell) : findRound(atlas, game, tell))];
  }

  function card(id) {
    if (!atlas.structures[id]) return [h("h3", {}, "Nothing chosen"), ...atlasHints(), gradeLegend(atlas)];
    const step = (by) => atlas.order[(atlas.order.indexOf(id) + by + atlas.order.length) % atlas.order.length];
    const button = (text, act, css) => h("button", { type: "button", class: `gl-button ${css}`, onclick: act }, text);
    const others = get("view") === "both" ? [] : state.views.filter((view) => view !== get("view") && state.stageOf(view).has(id));
    return structureCard(atlas, id, state.depthTitle(id), [
      button("← Previous", () => tell.choose(step(-1)), "gx-previous"), button("Next →", () => tell.choose(step(1)), "gx-following"),
      ...others.map((view) => button(`Show it ${state.stageOf(view).plate.title.toLowerCase()}`, () => { tell.change({ view }); tell.choose(id); }, "gx-other-view")),
      state.isCovered(id) ? button("Bring it into sight", () => tell.choose(id), "gx-uncover") : null,
      button("Close", () => tell.change({ selected: "" }), "gx-close"),
    ].filter(Boolean), state.shownViews().some((view) => state.stageOf(view).plate.shapes[id]?.textbook));
  }

  return { el, show };
}

function atlasHints() {
  const lines = [["Point", "at the plate: you read the name of what lies there."], ["Click or tap", "a structure: its attachments, nerve, action and trigger points stand here."],
    ["Remove layers", "to go from the skin down to the bones."], ["Search", "for a name, also an everyday one."], ["Find it", "asks you to find what it names."]];
  return [h("ul", { class: "gx-hints" }, ...lines.map(([start, rest]) => h("li", {}, h("strong", {}, start), ` ${rest}`)))];
}
