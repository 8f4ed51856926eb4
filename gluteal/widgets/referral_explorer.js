// Referral explorer: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

async function render({ model, el }) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, "The referral maps are being loaded."));
  try {
    const [records, body, ...plates] = await Promise.all([fetchRecords(model), fetchBody(model, model.get("body")), fetchPlate(model, "posterior"), fetchPlate(model, "lateral")]);
    return referralExplorer({ model, el, records, body, plates });
  } catch (fault) {
    sentence(el, `${fault.message} Run the cell again, or load the page again, to bring the maps back.`);
  }
}

function referralExplorer({ model, el, records, body, plates }) {
  const live = liveRegion({ class: "gl-hidden" });
  const state = referralState(model, records);
  const { get, name } = state;
  const changes = referralChanges(model, () => safely(paint));
  const { change } = changes;
  const beginning = Object.fromEntries(REFERRAL_TRAITS.map((trait) => [trait, get(trait)]));

  // --- what a learner does ---------------------------------------------------------------------------------
  function withPoints(points, selected, more = {}) {
    const kept = points.slice(0, MOST_SHOWN);
    change({ points: kept, selected, plate: plate.showing(selected), ...more });
    if (points.length > MOST_SHOWN) live.say(`Six points are the most. ${name(points.at(-1))} was not added.`);
    else live.say(kept.length ? `Shown: ${state.shown().map((id) => (kept.length > 1 ? `${state.letterOf(id)}, ${name(id)}` : name(id))).join("; ")}. ${get("selected") ? "Its card is open." : ""}` : "Nothing is chosen.");
  }

  // A choice replaces what was chosen, or joins it; while comparing it becomes B, once there is an A.
  function choose(id) {
    if (!state.known(id)) return;
    const [first] = state.pair();
    if (state.comparing() && first && first !== id) return withPoints([first, id], id, { compare: "" });
    if (get("keep")) return withPoints([...new Set([...state.points(), id])], id);
    withPoints([id], id, { compare: "" });
  }

  function toggle(id) {
    if (!state.isOn(id)) return withPoints([...new Set([...state.shown(), id])], id, { compare: "" });
    const left = state.shown().filter((one) => one !== id);
    withPoints(left, get("selected") === id ? left.at(-1) ?? "" : get("selected"), { compare: "" });
  }

  function muscle(id) {
    const ids = records.order.filter((one) => state.patterns[one].muscles.includes(id));
    if (!id) return;
    if (!ids.length) return hint(`${records.structures[id] ?? id}: no trigger point is described here`);
    withPoints(get("keep") ? [...new Set([...state.points(), ...ids])] : ids, ids[0], { compare: "" });
  }

  function setPair(index, id) {
    const pair = state.pair();
    pair[index] = id;
    if (pair[0] === pair[1]) pair[1 - index] = "";
    withPoints(pair.filter(Boolean), id || pair.find(Boolean) || "", { compare: "" });
  }

  function region(id) {
    change({ region: get("region") === id ? "" : id });
  }

  function hint(words) {
    charts.hint(words);
  }

  function reset() {
    change(beginning);
    live.say("Everything is as at the beginning.");
  }

  // --- the parts of the page -------------------------------------------------------------------------------
  const tell = { choose, toggle, muscle, region, hint, change, say: live.say, read: (id) => change({ selected: id, plate: plate.showing(id) }), remove: toggle, point: (id) => change({ selected: id }),
    all: (ids) => withPoints(get("keep") ? [...new Set([...state.points(), ...ids])] : ids, ids[0], { compare: "" }), pair: setPair, swap: () => withPoints(state.pair().reverse().filter(Boolean), get("selected"), { compare: "" }),
    dragging: () => pressure.dragging(), shownPressure: (value, tenderness) => { pressure.show(value); plate.press(tenderness); }, press: (value) => change({ pressure: value }) };
  const list = referralList(state, tell);
  const card = referralCard(state, tell);
  const pressure = referralPressure(records, tell);
  const charts = referralCharts(body, state, tell);
  const plate = referralPlates(plates, state, tell);
  const chips = referralChips(state, tell);
  const pair = referralPair(state, tell);
  const words = referralWords(state);
  const status = statusLine();
  const modes = referralSwitch("How to show them", [["overlay", "Overlay"], ["difference", "Difference"], ["side-by-side", "Side by side"]], (mode) => change({ mode }));
  const views = referralSwitch("Body charts", [["all", "All views"], ...records.charts.map((chart) => [chart.view, chart.title])], (view) => change({ view }));
  const sides = referralSwitch("Side of the body", [["right", "Right"], ["left", "Left"], ["both", "Both"]], (side) => change({ side }));
  const bones = referralCheck("Skeleton", (on) => change({ skeleton: on }));
  const empty = h("p", { class: "rx-empty", role: "alert", hidden: true });
  const typical = h("p", { class: "rx-typical", role: "note" }, "A pain map is typical, from clinical observation; it is not diagnostic. ", factSources(records, records.note.sources));
  const root = h("div", { class: "gl rx gl-wide", role: "region", "aria-label": "Referral explorer" },
    h("div", { class: "rx-body" },
      h("div", { class: "rx-bar" }, modes.el, views.el, sides.el, bones.el, h("button", { type: "button", class: "gl-button rx-reset", onclick: reset }, "Reset")),
      list.el,
      h("div", { class: "rx-main" }, h("div", { class: "rx-head" }, pair.el, status.el, chips.el), empty,
        h("div", { class: "rx-pictures" }, plate.el, charts.el), typical, pressure.el, words.el), card.el), live.node);

  // What is chosen, in letters that are read from the last row; several stand as chips.
  function statusLine() {
    const title = h("span"), part = h("span", { class: "rx-name-part" }), node = h("p", { class: "rx-name" }, title, " ", part);
    const show = () => {
      const ids = state.shown(), one = ids.length === 1 && state.patterns[ids[0]];
      node.hidden = ids.length > 1;
      putText(title, one ? one.name : "Choose a point");
      putText(part, one ? one.part : "");
    };
    return { el: node, show };
  }

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the maps.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The maps could not show this (${fault.message}). Run the cell again, or load the page again, to bring them back.`);
    }
  }

  function stop() {
    releaseKeys();
    changes.stop();
    charts.stop();
    plate.stop();
  }

  // --- painting --------------------------------------------------------------------------------------------
  let before = "";
  function paint() {
    charts.paint();
    words.show();
    const key = JSON.stringify(REFERRAL_TRAITS.filter((trait) => trait !== "pressure").map(get));
    const fault = state.fault();
    empty.hidden = !fault;
    putText(empty, fault);
    if (key === before) return; // only the pressure changed: the rest stands
    before = key;
    modes.show(state.mode());
    views.show(get("view"));
    sides.show(get("side"));
    bones.show(get("skeleton"));
    pair.show();
    chips.show();
    list.show();
    plate.paint();
    card.show();
    status.show();
    root.classList.toggle("rx-comparing", state.comparing());
    root.classList.toggle("rx-one", !state.comparing() && state.shown().length === 1);
    root.classList.toggle("rx-side-by-side", state.mode() === "side-by-side");
  }

  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  safely(paint);
  return () => {
    stop();
    el.replaceChildren();
  };
}

export default { render };
