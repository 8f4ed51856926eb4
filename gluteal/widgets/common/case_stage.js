// One stage of a case: open, with a choice to commit; or committed, with what the data say to every choice.

function caseStage(room, one, stage, place) {
  const chosen = room.state.chosen(one, stage), done = room.state.committed(one).includes(stage.id);
  const body = h("div", { class: "cr-body" }), material = caseMaterial(room, one, stage);
  const title = h("h4", { tabindex: -1, class: "cr-name" }, `${place + 1}. ${stage.name}`);
  if (!done) {
    body.append(...[material && h("div", { class: "cr-material" }, material), caseChoice(room, one, stage)].filter(Boolean));
    return h("section", { class: "cr-stage cr-open", "data-stage": stage.id, "aria-label": stage.name }, title, body);
  }
  body.append(...[material && h("div", { class: "cr-material" }, material), caseFeedback(room, stage, chosen)].filter(Boolean));
  const node = h("details", { class: "cr-stage cr-done", "data-stage": stage.id, open: room.fresh === stage.id },
    h("summary", {}, title, h("span", { class: "cr-result" }, caseVerdict(room.records.say, stage, chosen))), body);
  return node;
}

function caseVerdict(say, stage, chosen) {
  const right = caseRight(stage, chosen);
  if (stage.picks > 1) return say.part.replace("{right}", right).replace("{count}", stage.picks);
  return right ? say.right : say.wrong;
}

function caseChoice(room, one, stage) {
  const { say } = room.records, many = stage.picks > 1, name = uid();
  const inputs = stage.options.map((option) => h("input", { type: many ? "checkbox" : "radio", name, value: option.id, onchange: show }));
  const rows = stage.options.map((option, i) => h("label", { class: "cr-option" }, inputs[i], h("span", {}, option.text)));
  const count = h("p", { class: "cr-quiet", "aria-live": "polite" });
  const button = h("button", { type: "submit", class: "gl-button gl-main cr-commit" }, say.commit);
  const picked = () => inputs.filter((input) => input.checked).map((input) => input.value);

  function show() {
    const now = picked();
    if (many) inputs.forEach((input) => (input.disabled = !input.checked && now.length >= stage.picks));
    putText(count, many ? say.pick.replace("{count}", stage.picks).replace("{chosen}", now.length) : say.one);
    button.disabled = now.length !== stage.picks;
  }

  function submit(event) {
    event.preventDefault();
    if (room.state.commit(one, stage, picked())) room.committed(stage);
  }

  show();
  return h("form", { class: "cr-decide", onsubmit: submit }, h("fieldset", {}, h("legend", {}, stage.ask), count, rows), button);
}

function caseFeedback(room, stage, chosen) {
  const { say, sources } = room.records;
  const cited = (option) => (option.sources.length ? [" ", h("span", { class: "cr-cite" }, sourceLinks(option.sources.map((key) => sources[key])))] : []);
  const sign = (option) => h("span", { class: `cr-mark ${option.right ? "cr-agree" : "cr-against"}` }, option.right ? "✓" : "✗", h("span", { class: "gl-hidden" }, option.right ? say.right : say.wrong));
  const row = (option) => h("li", { "data-id": option.id }, sign(option), h("div", {}, h("b", {}, option.text), h("p", {}, rich(option.feedback), cited(option))));
  const mine = stage.options.filter((option) => chosen.includes(option.id)), others = stage.options.filter((option) => !chosen.includes(option.id));
  return h("div", { class: "cr-feedback" }, h("p", { class: "cr-ask" }, stage.ask), h("h5", { tabindex: -1, class: "cr-answered" }, `${say.decided}: ${caseVerdict(say, stage, chosen).toLowerCase()}`),
    h("ul", { class: "cr-mine" }, mine.map(row)), h("details", {}, h("summary", {}, say.others), h("ul", {}, others.map(row))),
    stage.after && h("p", { class: "cr-after" }, stage.after));
}
