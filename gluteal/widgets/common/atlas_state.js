// What the atlas explorer's traits mean for the page: which plate, which layers, which game, what is wrong.

const EXPLORER_TRAITS = ["view", "removed", "ghosts", "fine", "selected", "mode", "result", "query", "ask", "rounds", "set_layers", "seed"];
const LEAST_PLACE_MM2 = 100;
const IN_SIGHT = 0.6; // a structure of which this share shows counts as shown

function atlasState(model, atlas, stages, layers) {
  const get = (name) => model.get(name);
  const views = get("views");
  const names = (id) => atlas.structures[id]?.name ?? id;
  const isWide = { value: true }; // set by the page: is there room for more than two plates?
  const sideBySide = () => (isWide.value || views.length < 3 ? views : [views[0], views.at(-1)]);
  const shownViews = () => (get("view") === "both" ? sideBySide() : [get("view")]);
  const hidden = () => (get("fine") ? [] : atlas.order.filter((id) => atlas.structures[id].fine));
  const stageOf = (view) => stages.find((stage) => stage.plate.view === view) ?? stages[0];
  const main = () => stageOf(shownViews()[0]);
  const removed = () => layers.map((layer) => layer.id).filter((id) => get("removed").includes(id));
  const layerOf = (id) => atlas.structures[id]?.layer;
  const layerTitle = (id) => layers.find((layer) => layer.id === layerOf(id))?.title ?? "";
  const depthTitle = (id) => `layer ${layers.findIndex((layer) => layer.id === layerOf(id)) + 1} of ${layers.length} from the skin: ${layerTitle(id)}`;
  const over = (id) => layers.slice(0, layers.findIndex((layer) => layer.id === layerOf(id))).map((layer) => layer.id);
  const inFind = () => get("mode") === "find";
  const game = () => (isGame(get("result")) && get("result").order.every((id) => atlas.structures[id]) ? get("result") : null);
  const playing = () => inFind() && Boolean(game()) && !game().closed;
  const asking = () => playing() && !game().settled;
  const secret = () => asking() && game().ask === "place";

  // Would removing what lies over it show more of it?
  function isCovered(id, stage = main()) {
    const same = over(id).every((layer) => removed().includes(layer)) && !removed().includes(layerOf(id));
    return stage.has(id) && !same && stage.cover.share(id, removed()) < IN_SIGHT;
  }

  // What the game may ask for in the view that is shown: a place has to be large enough to be found and hit.
  const pool = (ask = get("ask")) => atlas.order.filter((id) => main().has(id) && atlas.structures[id].asked && !hidden().includes(id) && (ask === "words" ? atlas.structures[id].clue : inReach(id)));
  const inReach = (id) => (main().cover.seen(over(id)).get(id)?.area ?? 0) >= LEAST_PLACE_MM2;

  // The way from a wrong answer to the right one: "lower and more lateral, deeper".
  function way(from, to) {
    const { plate, cover } = main();
    if (!plate.shapes[from] || !plate.shapes[to]) return "in another view";
    const depth = depthWords(plate, plate.shapes[from].layer, plate.shapes[to].layer);
    return [wayWords(plate, cover.whole(from), cover.whole(to)), depth].filter(Boolean).join(", ");
  }

  // A structure without its name: "Structure 3 of 14: muscle, small, middle third, central".
  function unnamed(stage, id) {
    const order = stage.order();
    const place = stage.cover.seen(removed()).get(id) ?? stage.cover.whole(id);
    return `Structure ${order.indexOf(id) + 1} of ${order.length}: ${[stage.plate.shapes[id].kind, sizeWords(place.area), placeWords(stage.plate, place), runWords(stage.plate, place)].filter(Boolean).join(", ")}`;
  }

  // What a structure is called on a plate now; spoken = for a screen reader, which always needs words.
  function label(stage, id, spoken) {
    return secret() ? (spoken ? unnamed(stage, id) : "") : names(id);
  }

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    if (get("view") !== "both" && !views.includes(get("view"))) return `This atlas has no view “${get("view")}”. Choose a view above.`;
    if (get("selected") && !atlas.structures[get("selected")]) return `This atlas has no structure “${get("selected")}”. Choose one on the plate or in the list.`;
    if (!["explore", "find"].includes(get("mode"))) return `This atlas does not know “${get("mode")}”. Choose “Explore” or “Find it”.`;
    if (layers.every((layer) => removed().includes(layer.id))) return "Every layer is removed. Put one back to see the plate.";
    return "";
  }

  return { get, atlas, layers, views, stages, names, shownViews, stageOf, main, isWide, hidden, removed, layerOf, layerTitle, depthTitle, over, inFind, game, playing, asking, secret, isCovered, pool, way, unnamed, label, fault };
}

// One picture for one change, however many traits it sets: at once for our own changes, at the end of the task
// for changes from elsewhere. Returns { change, stop }.
function atlasChanges(model, paint) {
  let stale = false;
  const flush = () => {
    if (!stale) return;
    stale = false;
    paint();
  };
  const soon = () => {
    if (!stale) queueMicrotask(flush);
    stale = true;
  };
  for (const name of EXPLORER_TRAITS) model.on(`change:${name}`, soon);
  return {
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      model.save_changes();
      flush();
    },
    stop() {
      stale = false;
      for (const name of EXPLORER_TRAITS) model.off(`change:${name}`, soon);
    },
  };
}
