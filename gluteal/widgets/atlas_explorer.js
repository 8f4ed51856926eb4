// Atlas explorer: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

const THREE_PLATES_PX = 1100;

async function render({ model, el }) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, "The plate is being loaded."));
  try {
    const views = model.get("views") ?? [];
    if (!views.length) throw new Error("This atlas has no view to show.");
    const atlas = checkedAtlas(model.get("atlas"));
    const plates = await Promise.all(views.map((view) => fetchPlate(model, view)));
    return explorer({ model, el, atlas, plates });
  } catch (fault) {
    sentence(el, `${fault.message} Run the cell again, or load the page again, to bring the atlas back.`);
  }
}

function checkedAtlas(atlas) {
  if (!atlas || atlas.format !== 1) throw new Error("The facts of this atlas were made by another version of the lessons.");
  return atlas;
}

function explorer({ model, el, atlas, plates }) {
  const layers = plates[0].plate.layers;
  const live = liveRegion({ class: "gl-hidden" });
  const tell = { label: (stage, id, spoken) => state.label(stage, id, spoken), pick: (id) => pick(id), point: (id) => point(id) };
  const stages = plates.map((art) => {
    const stage = plateStage(art, { ...tell, label: (id, spoken) => tell.label(stage, id, spoken) });
    return stage;
  });
  const state = atlasState(model, atlas, stages, layers);
  const { get, names } = state;
  const changes = atlasChanges(model, () => safely(paint));
  const { change } = changes;
  const play = atlasPlay(state, {
    change, say: live.say,
    toNext: () => status.el.querySelector(".gx-next")?.focus({ preventScroll: true }),
    toPlate: () => (get("ask") === "place" ? state.main().focus() : list.focus()),
  });

  // --- what a learner does ---------------------------------------------------------------------------------
  function pick(id) {
    if (state.playing()) return play.answer(id);
    if (!id && state.inFind()) return;
    change({ selected: id, mode: "explore" });
    if (id) live.say(`${names(id)} chosen. Its card is open.`);
  }

  // Choosing by word always brings the structure into sight: a view that has it, nothing over it.
  function choose(id) {
    if (state.asking()) {
      point("");
      return play.answer(id);
    }
    const view = get("view") === "both" || state.main().has(id) ? get("view") : state.views.find((one) => state.stageOf(one).has(id));
    const covered = state.isCovered(id, view === "both" ? state.main() : state.stageOf(view));
    change({ selected: id, view, mode: "explore", ...(atlas.structures[id].fine ? { fine: true } : {}), ...(covered ? { removed: state.over(id) } : {}) });
    live.say(`${names(id)} chosen. Its card is open.${covered ? " The layers over it are removed." : ""}`);
  }

  function point(id) {
    status.show(id);
    list.mark(id);
    for (const stage of stages) stage.hint(id);
  }

  function setRemoved(removed, ghosts = get("ghosts")) {
    change({ removed, ghosts });
    const top = layers.find((layer) => !removed.includes(layer.id));
    live.say(top ? `Outermost layer: ${top.title}.` : "No layer is shown.");
  }

  function setFine(fine) {
    change({ fine, ...(!fine && atlas.structures[get("selected")]?.fine ? { selected: "" } : {}) });
    live.say(fine ? "Nerves, vessels and bursae are shown." : "Nerves, vessels and bursae are hidden, all but the sciatic nerve.");
  }

  function escape(event) {
    if (event.key !== "Escape") return;
    if (get("selected") && !state.inFind()) change({ selected: "" });
    point("");
  }

  // --- the parts of the page -------------------------------------------------------------------------------
  const groups = layers.map((layer) => ({ ...layer, structures: atlas.order.filter((id) => state.layerOf(id) === layer.id) }));
  for (const group of groups) group.face = group.structures.find((id) => atlas.structures[id].kind === "muscle") ?? group.structures[0];
  const list = atlasList(groups, { pick: choose, point });
  const layerPanel = atlasLayers(groups, setRemoved, setFine);
  const status = atlasStatus(state, play);
  const card = atlasReader(state, { ...play, choose, change, read: choose });
  const entries = atlas.order.map((id) => ({ id, names: [names(id), ...atlas.structures[id].also, atlas.structures[id].latin].filter(Boolean) }));
  const search = atlasSearch(entries, (hit) => (hit.name === names(hit.id) ? state.layerTitle(hit.id) : hit.name), { choose, typed: (query) => change({ query }), say: live.say });
  const views = plates.map(({ plate }) => [plate.view, plate.title]);
  const viewSwitch = atlasSwitch("View", views.length > 1 ? [...views, ["both", "Side by side"]] : views, (view) => change({ view }));
  const modeSwitch = atlasSwitch("What to do", [["explore", "Explore"], ["find", "Find it"]], (mode) => change({ mode, selected: "" }));
  const empty = h("p", { class: "gx-empty", role: "alert", hidden: true });
  const root = h("div", { class: "gl gx", role: "region", "aria-label": "Atlas explorer", onkeydown: escape },
    h("div", { class: "gx-body" },
      h("div", { class: "gx-bar" }, viewSwitch.el, modeSwitch.el, search.el), layerPanel.el, status.el,
      h("div", { class: "gx-plates" }, empty, h("div", { class: "gx-stages" }, ...stages.map((stage) => stage.el))),
      list.el, card.el), live.node);

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the atlas.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The atlas could not show this (${fault.message}). Run the cell again, or load the page again, to bring it back.`);
    }
  }

  function stop() {
    releaseKeys();
    changes.stop();
    room.disconnect();
    stages.forEach((stage) => stage.stop());
  }

  // --- painting --------------------------------------------------------------------------------------------
  function paint() {
    const fault = state.fault();
    viewSwitch.show(get("view"));
    modeSwitch.show(get("mode"));
    layerPanel.show(state.removed(), get("ghosts"), get("fine"));
    search.set(get("query"));
    search.el.hidden = state.inFind();
    empty.hidden = !fault;
    putText(empty, fault);
    paintStages();
    list.show(listWords(), get("selected"), state.removed(), listItem);
    status.show("");
    card.show();
    root.classList.toggle("gx-finding", state.inFind());
    root.classList.toggle("gx-both", state.shownViews().length > 1);
    root.classList.toggle("gx-three", state.shownViews().length > 2);
  }

  function paintStages() {
    const game = state.playing() ? state.game() : null;
    for (const stage of stages) {
      stage.away(!state.shownViews().includes(stage.plate.view));
      stage.show({
        removed: state.removed(), ghosts: get("ghosts"), hidden: state.hidden(), selected: state.inFind() ? "" : get("selected"),
        ask: game?.settled ? askedNow(game) : "", wrong: game?.tries.at(-1) ?? "",
      });
    }
  }

  function listWords() {
    const main = state.main();
    const plain = state.secret() ? main.order().map((id) => [id, state.unnamed(main, id).replace("Structure ", "")]) : null;
    if (plain) return { title: "Structures without names", note: "Each line is one structure in sight, from top to bottom.", plain };
    return { title: state.asking() ? "Choose the name" : "Structures by layer", note: "" };
  }

  function listItem(id) {
    const covered = state.main().has(id) && state.main().cover.share(id, state.removed()) < 0.05;
    const off = state.hidden().includes(id) ? "hidden" : state.removed().includes(state.layerOf(id)) ? "removed" : covered ? "covered" : "";
    return { name: names(id), note: off, shown: stages.some((stage) => stage.has(id)) };
  }

  // How many plates stand side by side follows the room there is.
  const room = new ResizeObserver(([{ contentRect }]) => {
    const wide = contentRect.width >= THREE_PLATES_PX;
    if (wide === state.isWide.value || !contentRect.width) return;
    state.isWide.value = wide;
    if (get("view") === "both") safely(paint);
  });
  room.observe(root);
  const releaseKeys = ownKeys(root);
  const colour = (id) => stages.map((stage) => stage.colour(id)).find(Boolean) ?? "";
  list.paint(colour);
  layerPanel.paint(colour);
  el.replaceChildren(root);
  paint();
  return () => {
    stop();
    el.replaceChildren();
  };
}

export default { render };
