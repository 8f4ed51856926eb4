// The list twin of plate and charts: every point by muscle, a search, and the way back from a place that hurts.

// tell: { choose(id), toggle(id), all(ids), change(values), say(sentence), hint(text) }
function referralList(state, tell) {
  const { records } = state;
  const base = uid();
  const region = h("select", { id: `${base}-region`, onchange: () => tell.change({ region: region.value }) },
    h("option", { value: "" }, "anywhere"), ...records.regions.map((one) => h("option", { value: one.id }, one.name)));
  const search = h("input", { type: "search", id: `${base}-search`, autocomplete: "off", spellcheck: "false", maxlength: "80", placeholder: "Name, or where it hurts", oninput: () => tell.change({ query: search.value }) });
  const keep = referralCheck("Add to what is chosen", (on) => tell.change({ keep: on }), "rx-keep");
  const title = h("h3", {}), note = h("p", { class: "rx-note" }), body = h("div", { class: "rx-list-body" });
  const el = h("nav", { class: "rx-list", "aria-label": "Points" },
    h("div", { class: "rx-ask" }, h("label", { for: `${base}-region` }, "Where does it hurt?"), region),
    h("div", { class: "rx-search" }, h("label", { for: `${base}-search`, class: "gl-hidden" }, "Search for a muscle or a place"), search), keep.el, title, note, body);
  const buttons = new Map();
  let built = "", said = "";

  const words = (id) => state.patterns[id].rows.filter((row) => row.zone).map((row) => row.text).join(" ");
  const entries = records.groups.flatMap((group) => group.ids.map((id) => ({ id, names: [state.name(id), group.title, state.patterns[id].portion, ...group.also].filter(Boolean) })));

  // By name, also nearly written; and by the words of the zones, for a place that hurts.
  function found(query) {
    const typed = plainText(query).split(" ").filter(Boolean);
    if (!typed.length) return [];
    const named = new Set(fuzzyFind(entries, query).map((hit) => hit.id));
    return records.order.filter((id) => named.has(id) || typed.every((word) => plainText(words(id)).includes(word)));
  }

  // [{ title, ids, note }]: by muscle, or, where a region is asked, by how surely the zones reach it.
  function sections(ids) {
    const asked = records.regions.find((one) => one.id === state.get("region"));
    if (!asked) return records.groups.map((group) => ({ title: group.title, ids: group.ids.filter((id) => ids.includes(id)), all: group.ids }));
    const hits = (records.reached[asked.id] ?? []).filter((hit) => ids.includes(hit.id));
    const part = (heading, test) => ({ title: heading, ids: hits.filter(test).map((hit) => hit.id) });
    const isPoint = (hit) => state.patterns[hit.id].muscles.length > 0;
    return [part("Essential zone reaches it", (hit) => isPoint(hit) && hit.kind === "essential"), part("Spillover reaches it", (hit) => isPoint(hit) && hit.kind === "spillover"), part("What else refers here", (hit) => !isPoint(hit))];
  }

  function row(id) {
    const pattern = state.patterns[id];
    const choose = h("button", { type: "button", class: "rx-item", "data-id": id, onclick: () => tell.choose(id), onpointerenter: () => tell.hint(state.name(id)), onpointerleave: () => tell.hint("") },
      h("span", { class: "rx-item-mark" }), h("span", { class: "rx-item-name" }, state.get("region") || !pattern.muscles.length ? pattern.name : pattern.label, pattern.part ? h("span", { class: "rx-item-part" }, ` ${pattern.part}`) : null));
    const add = h("button", { type: "button", class: "rx-add", onclick: () => tell.toggle(id) }, "+");
    buttons.set(id, { choose, add });
    return h("li", {}, choose, add);
  }

  function build(groups) {
    buttons.clear();
    body.replaceChildren(...groups.filter((group) => group.ids.length).map((group) => h("section", {},
      h("h4", {}, group.title, group.all?.length > 1 && state.patterns[group.ids[0]].muscles.length ? h("button", { type: "button", class: "rx-all", "aria-label": `All points of ${group.title}`, onclick: () => tell.all(group.all) }, "all") : null),
      h("ul", {}, ...group.ids.map(row)))));
  }

  function heading(groups, asked, query) {
    const count = groups.reduce((sum, group) => sum + group.ids.length, 0);
    if (!asked && !query) return ["Points by muscle", ""];
    const where = asked ? `in “${asked.name}”` : "";
    const what = query ? `“${query.length > 24 ? `${query.slice(0, 24)}…` : query}”` : "";
    if (!count) return ["Nothing found", `Nothing here is called ${what || "so"} ${where}. Try part of a name, or another place.`];
    return [`${count} found`, asked ? `${asked.name}: the maps that reach it, typical and not diagnostic. Other causes stand below them.` : ""];
  }

  function show() {
    const query = String(state.get("query") ?? "").trim(), asked = records.regions.find((one) => one.id === state.get("region"));
    region.value = asked ? asked.id : "";
    if (search.value !== String(state.get("query") ?? "")) search.value = String(state.get("query") ?? "");
    keep.show(state.get("keep"));
    const groups = sections(query ? found(query) : records.order);
    const [head, line] = heading(groups, asked, query);
    putText(title, head);
    putText(note, line);
    note.hidden = !line;
    const key = JSON.stringify(groups.map((group) => [group.title, group.ids]));
    if (key !== built) build(groups);
    built = key;
    for (const [id, { choose, add }] of buttons) mark(id, choose, add);
    announce(head, asked, query);
  }

  function mark(id, choose, add) {
    const on = state.isOn(id);
    putAttribute(choose, "aria-pressed", on);
    putAttribute(add, "aria-label", `${on ? "Take away" : "Add"} ${state.name(id)}`);
    putText(add, on ? "−" : "+");
    const spot = choose.querySelector(".rx-item-mark"), letter = on ? state.letterOf(id) : "";
    if (spot.dataset.letter === letter) return;
    spot.dataset.letter = letter;
    spot.replaceChildren(...(on ? [textureSwatch(state.lookOf(id))] : []));
  }

  function announce(head, asked, query) {
    const sentence = asked || query ? `${head}${asked ? ` for ${asked.name}` : ""}.` : "";
    if (sentence && sentence !== said) tell.say(sentence);
    said = sentence;
  }

  return { el, show };
}
