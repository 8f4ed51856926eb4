// The card of one pattern: where it lies, where pain is felt, what provokes it, how surely; and where sources disagree.

// tell: { toggle(id), read(id) }
function referralCard(state, tell) {
  const { records } = state;
  const el = h("section", { class: "rx-read", "aria-label": "Card" });
  let drawn = "";

  const cite = (grade, sources) => h("p", { class: "rx-cite" }, grade ? gradeMark(records, grade) : null, factSources(records, sources));
  const gradeWords = (id) => `${records.grades[id]?.symbol ?? ""} ${records.grades[id]?.name ?? id}`;

  // Several rows of one card often rest on the same sources: they are named where they change.
  function rowLine(row, before) {
    const same = before && before.grade === row.grade && before.sources.join() === row.sources.join();
    return h("section", { class: "rx-row", "data-row": row.label }, h("h4", {}, row.label), row.text ? h("p", {}, row.text) : null,
      row.items.length ? h("ul", {}, ...row.items.map((item) => h("li", {}, item))) : null, row.note ? h("p", { class: "rx-note" }, row.note) : null, same ? null : cite(row.grade, row.sources));
  }

  function conflict(one) {
    return h("section", { class: "rx-row rx-conflict" }, h("h4", {}, "Sources disagree"), h("p", {}, h("strong", {}, one.question)),
      h("p", {}, "One side: ", one.side_a, ". ", factSources(records, one.sources_a)), h("p", {}, "Other side: ", one.side_b, ". ", factSources(records, one.sources_b)), h("p", { class: "rx-note" }, `What to say: ${one.say}.`));
  }

  function card(id) {
    const pattern = state.patterns[id], step = (by) => records.order[(records.order.indexOf(id) + by + records.order.length) % records.order.length];
    const button = (text, act, css, label = null) => h("button", { type: "button", class: `gl-button ${css}`, "aria-label": label, title: label, onclick: act }, text);
    const on = state.isOn(id);
    return [
      h("header", {}, h("p", { class: "rx-kind" }, pattern.muscles.length ? `Trigger point · ${pattern.title}` : pattern.title),
        h("h3", { tabindex: "-1" }, on && state.shown().length > 1 ? letterBadge(state.lookOf(id)) : null, pattern.name), pattern.part ? h("p", { class: "rx-portion" }, pattern.part) : null,
        h("p", { class: "rx-sure" }, `How sure is this map? ${gradeWords(pattern.grade)}`, pattern.dashed ? ". Drawn with a broken line: uncertain." : "")),
      h("div", { class: "rx-card-buttons" }, button("←", () => tell.choose(step(-1)), "rx-previous", "Previous point"), button("→", () => tell.choose(step(1)), "rx-following", "Next point"), button(on ? "Take away" : "Add", () => tell.toggle(id), "rx-toggle")),
      ...pattern.conflicts.map(conflict), ...pattern.rows.map((row, index) => rowLine(row, pattern.rows[index - 1])), gradeLegend(records),
    ];
  }

  function hints() {
    const lines = [["Choose", "a cross on the plate, or a point in the list."], ["Press", "the point: the picture grows from local tenderness to the zones."], ["Point at a place", "on a body chart and click: you get what refers there."],
      ["Add", "a second point to lay it over the first, or to compare the two."]];
    return [h("h3", { tabindex: "-1" }, "Nothing chosen"), h("ul", { class: "rx-hints" }, ...lines.map(([start, rest]) => h("li", {}, h("strong", {}, start), ` ${rest}`))), gradeLegend(records)];
  }

  function show() {
    const id = state.get("selected"), known = state.known(id);
    const key = JSON.stringify([id, known && state.isOn(id), state.letterOf(id), state.shown().length > 1]);
    if (key === drawn) return;
    const turned = !drawn || JSON.parse(drawn)[0] !== id;
    drawn = key;
    const held = el.contains(document.activeElement) ? document.activeElement.className : null;
    el.replaceChildren(...(known ? card(id) : hints()));
    if (turned) el.scrollTop = 0;
    if (held !== null) ([...el.querySelectorAll("button")].find((node) => node.className === held) ?? el.querySelector("h3")).focus({ preventScroll: true });
  }

  return { el, show };
}
