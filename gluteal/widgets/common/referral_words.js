// The picture in words: which regions each chosen point reaches, and, of two, what only one and what both reach.

function referralWords(state) {
  const { records } = state;
  const body = h("div", { class: "rx-words-body" });
  const el = h("details", { class: "rx-words" }, h("summary", {}, "This picture in words"), body);
  let drawn = "";
  const names = new Map(records.regions.map((region) => [region.id, region.name]));

  // Regions that one pattern reaches, by kind, from above downwards.
  function regionsOf(id, kinds) {
    return records.regions.map((region) => region.id).filter((region) => (records.reached[region] ?? []).some((hit) => hit.id === id && kinds.includes(hit.kind)));
  }

  const listed = (regions) => (regions.length ? regions.map((region) => names.get(region)).join(", ") : "no region of the charts");

  function kindsAt(value, pressed = true) {
    return ["essential", "spillover"].filter((kind) => !pressed || value > (records.steps.find((step) => step.id === kind)?.from ?? 0));
  }

  function difference([one, two]) {
    const [first, second] = [one, two].map((id) => regionsOf(id, kindsAt(state.pressure(), state.isPressed(id))));
    return [
      h("p", {}, h("strong", {}, `Only ${state.name(one)}: `), listed(first.filter((region) => !second.includes(region))), "."),
      h("p", {}, h("strong", {}, `Only ${state.name(two)}: `), listed(second.filter((region) => !first.includes(region))), "."),
      h("p", {}, h("strong", {}, "Both: "), listed(first.filter((region) => second.includes(region))), "."),
    ];
  }

  function line(id) {
    const kinds = kindsAt(state.pressure(), state.isPressed(id)).filter((kind) => regionsOf(id, [kind]).length);
    const letter = state.shown().length > 1 ? `${state.letterOf(id)}, ` : "";
    const zones = kinds.map((kind) => `${kind} zone: ${listed(regionsOf(id, [kind]))}`).join("; ");
    return h("p", {}, h("strong", {}, `${letter}${state.name(id)}`), state.patterns[id].dashed ? " (uncertain)" : "", `: ${zones || "nothing away from the point at this pressure"}.`);
  }

  function show() {
    const shown = state.shown(), kinds = kindsAt(state.pressure());
    const key = JSON.stringify([shown, kinds, state.mode()]);
    if (key === drawn) return;
    drawn = key;
    body.replaceChildren(...(shown.length ? shown.map(line) : [h("p", {}, "Nothing is chosen.")]),
      ...(state.comparing() && shown.length === 2 && kinds.length ? difference(shown) : []));
  }

  return { el, show };
}
