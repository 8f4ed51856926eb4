// Case room. Cases, feedback and model answers come from Python; the page shows, keeps decisions and makes the plan.

const CASE_FORMAT = 1;

async function render({ model, el }) {
  try {
    const [records, plans, body, figure] = await Promise.all([
      unpackText(model.get("packed")).then(JSON.parse), unpackText(model.get("plans")).then(JSON.parse), fetchBody(model, model.get("body")), planStage(model),
    ]);
    return caseRoom(records, plans, body, figure, model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The case room cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

function caseRoom(records, plans, body, figure, model, el) {
  if (records.format !== CASE_FORMAT) throw new Error("its cases come in another form.");
  const { say } = records, grids = caseGrids(records), live = liveRegion({ class: "gl-hidden" });
  const root = h("div", { class: "gl gl-wide cr", role: "region", "aria-label": say.title });
  const hall = h("nav", { class: "cr-hall", "aria-label": say.menu }), place = h("div", { class: "cr-case" });
  const state = caseState(model, records);
  let stops = [];

  const room = {
    records, plans, body, figure, root, state, fresh: "",
    release: (stop) => stops.push(stop),
    drawing(one) {
      const { node, stop } = caseDrawing(one, body, grids, records.scale);
      stops.push(stop);
      return node;
    },
    committed(stage) {
      room.fresh = stage.id;
      show();
      look(`[data-stage="${stage.id}"] .cr-answered`);
      live.say(caseVerdict(say, stage, state.chosen(state.current(), stage)));
    },
    finished: () => (show(), look(".cr-end .cr-name")),
    begun: () => ((room.fresh = ""), show(), look(".cr-name")),
  };

  const look = (where) => root.querySelector(where)?.focus();

  function clear() {
    stops.forEach((stop) => stop?.());
    stops = [];
  }

  function show() {
    clear();
    const one = state.current();
    hall.hidden = records.cases.length < 2;
    hall.replaceChildren(h("h4", {}, say.menu), h("ul", {}, records.cases.map((other) => door(other, other === one))));
    place.replaceChildren(...(one ? caseParts(room, one) : []));
  }

  function door(other, here) {
    const at = state.committed(other).length, words = state.done(other) ? say.done : at ? say.begun.replace("{stage}", Math.min(at + 1, 5)) : say.new;
    const open = () => (state.choose(here ? "" : other.id), (room.fresh = ""), show(), look(here ? `[data-case="${other.id}"]` : ".cr-title"));
    return h("li", {}, h("button", { type: "button", "data-case": other.id, "aria-pressed": String(here), onclick: open }, h("b", {}, other.title), h("span", {}, words)));
  }

  function changed() {
    if (!root.contains(document.activeElement)) show();
  }

  root.append(h("h3", {}, say.title), h("p", { class: "cr-quiet" }, say.lead), hall, place, live.node);
  state.restore();
  show();
  model.on("change:decisions change:current", changed);
  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  return () => {
    model.off("change:decisions change:current", changed);
    clear();
    releaseKeys();
  };
}

// What stands on the page: the stages committed, the next one, and after the fifth the plan and the end.
function caseParts(room, one) {
  const done = room.state.committed(one), open = one.stages.slice(0, done.length + 1);
  const parts = [h("h4", { class: "cr-title", tabindex: -1 }, one.title), ...open.map((stage, place) => caseStage(room, one, stage, place))];
  if (done.length < one.stages.length) return parts;
  return [...parts, room.state.done(one) ? caseEnd(room, one) : casePlanMaker(room, one)];
}

export default { render };
