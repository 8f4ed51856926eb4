// Pain drawing: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

const PAIN_TRAITS = ["drawing", "chart", "part", "tool", "brush", "intensity", "red_flags", "selected", "side", "locked", "show_ranking"];
const PAIN_FORMAT = 1, PAIN_NARROW_PX = 620;

async function render({ model, el }) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, "The body charts are being loaded."));
  try {
    const body = await fetchBody(model, model.get("art"));
    return painWidget({ model, el, body, tables: await painTables(model) });
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `${fault.message} Run the cell again, or load the page again, to bring the drawing back.`);
  }
}

async function painTables(model) {
  let tables;
  try {
    tables = JSON.parse(await unpackText(model.get("tables")));
  } catch {
    throw new Error("The tables of this drawing did not come with this page.");
  }
  if (tables?.format !== PAIN_FORMAT) throw new Error("The tables of this drawing were made by another version of the lessons.");
  return tables;
}

function painWidget({ model, el, body, tables }) {
  for (const list of Object.values(tables.regions)) for (const one of list) one.number = tables.region_names.findIndex(([id]) => id === one.id);
  tables.charts.forEach((chart) => (chart.start = tables.starts[chart.chart]));
  const state = painState(model, tables), { get, grids } = state;
  const live = liveRegion({ class: "gl-hidden" });
  const rank = painRanker(tables, grids);
  let ranking = { remark: "", sides: [] }, pointed = "", stroked = null, narrow = false, lastChart = grids[0].id;
  const stale = new Set(grids.map((grid) => grid.id));

  // --- what a person does -----------------------------------------------------------------------------------
  function set(name, value) {
    model.set(name, value);
    model.save_changes();
    paint();
  }

  const value = () => (get("tool") === "erase" ? 0 : get("intensity"));
  const brushMm = () => (tables.brushes.find((one) => one.id === get("brush")) ?? tables.brushes[1]).mm;
  const begin = (grid) => (state.begin(), (stroked = { grid, cells: new Set() }));

  function dab(grid, from, to) {
    const list = painStroke(grid, from, to, brushMm() / 2);
    list.forEach((cell) => stroked.cells.add(cell));
    if (state.dab(grid, list, value())) soon(grid.id);
  }

  function end() {
    const { grid, cells } = stroked, places = painTouched(grid, cells), done = value() ? `painted, intensity ${value()}` : "erased";
    stroked = null;
    if (!state.commit()) return live.say(cells.size ? "Nothing changed here." : "The brush is beside the body.");
    paint();
    live.say(`${places || grid.title}: ${done}.`);
  }

  function region(one, on) {
    const grid = state.gridOf(one.chart), intensity = get("intensity") || 0;
    if (get("locked")) return;
    if (on && !intensity) return live.say("The intensity is 0, no pain. Choose 1 or more to paint.");
    state.begin();
    state.dab(grid, one.cells, on ? intensity : 0);
    state.commit();
    changed(one.chart);
    live.say(`${one.words}: ${on ? `painted, intensity ${intensity}` : "removed"}.`);
  }

  function changed(...ids) {
    for (const id of ids.length ? ids : grids.map((grid) => grid.id)) stale.add(id);
    paint();
  }

  const act = {
    set,
    shownView: () => shownView().id,
    undo: () => live.say(state.undo() ? (changed(), "Undone.") : "There is nothing to undo."),
    redo: () => live.say(state.redo() ? (changed(), "Done again.") : "There is nothing to do again."),
    clear: () => live.say(state.clear() ? (changed(), "The drawing is cleared. Undo brings it back.") : "Nothing is painted."),
    mirror: () => live.say(state.mirror() ? (changed(), "Left and right are exchanged.") : "Nothing changed: the drawing is the same on both sides, or empty."),
    label: (words) => (state.setLabel(words.trim()), live.say("The label is kept.")),
    load: (drawing) => (state.load(drawing), changed()),
    print: () => painPrint(root, { charts, scale: tables.scale, drawing: state.saved(), sections: get("show_ranking") ? painPrinted(tables, ranking, get("red_flags")) : [], note: tables.say.printed }),
    answer: (id, answer) => {
      set("red_flags", { ...get("red_flags"), [id]: answer });
      const said = painWithheld(tables, get("red_flags"));
      live.say(!said ? "All questions are answered no. The ranking is shown." : said.alarm ? `Answered yes: read what to do under “${said.title}”. There is no ranking.` : "Answered. No ranking yet.");
    },
    select: (key) => {
      const on = get("selected") === key ? "" : key, [id, side] = on.split(" ");
      if (on && !zoneIn(shownView().charts, id, side)) model.set("chart", grids.map((grid) => grid.id).find((chart) => zoneIn([chart], id, side)) ?? get("chart"));
      set("selected", on);
      live.say(on ? `Zone of ${tables.patterns_shown[id].name} on the ${side}, over the drawing.` : "The zone is hidden.");
    },
    point: (key) => ((pointed = key), paintZone()),
    side: (side) => set("side", side),
    again: () => paint(),
  };

  function key(event, grid, point) {
    const command = event.ctrlKey || event.metaKey;
    const dabHere = (tool) => {
      if (get("locked")) return;
      const before = get("tool");
      if (tool !== before && tool) model.set("tool", tool);
      begin(grid);
      dab(grid, point, point);
      end();
      if (tool !== before && tool) set("tool", before);
    };
    const keys = { " ": () => dabHere(""), Enter: () => dabHere(""), Delete: () => dabHere("erase"), Backspace: () => dabHere("erase"), "+": () => more(1), "-": () => more(-1) };
    const does = !command && !event.altKey && !(event.shiftKey && event.key === "Enter") && keys[event.key];
    if (!does) return;
    event.preventDefault();
    does();
  }

  function more(by) {
    set("intensity", Math.min(tables.strongest, Math.max(0, get("intensity") + by)));
    live.say(`Intensity ${get("intensity")}.`);
  }

  // Ctrl+Z and Ctrl+Y anywhere in the widget, but not where text is typed. JupyterLab must not undo a cell instead.
  function shortcuts(event) {
    const letter = event.key.toLowerCase();
    if (!(event.ctrlKey || event.metaKey) || !["z", "y"].includes(letter) || !root.contains(event.target) || event.target.matches("input[type=text]") || get("locked")) return;
    event.preventDefault();
    event.stopPropagation();
    act[letter === "y" || event.shiftKey ? "redo" : "undo"]();
  }

  // --- the parts of the page --------------------------------------------------------------------------------
  const where = h("p", { class: "gd-where" });
  const tell = { locked: () => get("locked"), brushMm, begin, dab, end, key, here: (grid, cell, spoken) => {
    const place = grid.regions[grid.regionOf[cell]], words = place ? painHere(place, state.cells(grid.id)[cell]) : cell >= 0 && grid.inside[cell] ? `On the body, a place without a name${state.cells(grid.id)[cell] ? `: painted, intensity ${state.cells(grid.id)[cell]}` : ""}` : "Beside the body";
    lastChart = grid.id;
    putText(where, `${words}.`);
    if (spoken) live.say(`${words}.`);
  } };
  const charts = grids.map((grid) => painChart(body, grid, tables.scale, tell));
  const tools = painTools(tables, state, act), flags = painFlags(tables, act.answer), result = painResult(tables, state, act);
  const regions = painRegions(tables, state, region), files = painFiles(tables, state, act);
  const trouble = h("p", { class: "gd-trouble", role: "alert", hidden: true });
  const caption = h("p", { class: "gd-caption gd-step" }), keys = h("p", { class: "gd-quiet gd-keys" });
  const stages = h("div", { class: "gd-stages" }, charts.map((chart) => chart.el));
  const root = h("div", { class: "gl gd gl-wide", role: "region", "aria-label": "Pain drawing" },
    h("p", { class: "gd-note" }, tables.say.note), trouble,
    h("div", { class: "gd-body" }, flags.el,
      h("section", { class: "gd-draw", "aria-label": "Drawing" }, h("div", { class: "gd-easel" }, caption, tools.top, tools.work, stages, where, keys, regions.el)),
      result.el, files.el), live.node);

  // --- painting ---------------------------------------------------------------------------------------------
  const shownView = () => {
    const view = tables.views.find((one) => one.id === get("chart")) ?? tables.views[0];
    return narrow && view.charts.length > 1 ? tables.views.find((one) => one.id === (view.charts.includes(lastChart) ? lastChart : view.charts[0])) : view;
  };

  let frame = 0;
  function soon(id) {
    stale.add(id);
    frame ||= requestAnimationFrame(() => ((frame = 0), paintCharts()));
  }

  function paintCharts() {
    for (const chart of charts) if (stale.delete(chart.grid.id)) chart.show(state.cells(chart.grid.id));
  }

  function paint() {
    const fault = painFault(get, tables) || state.trouble();
    trouble.hidden = !fault;
    putText(trouble, fault);
    const view = shownView(), locked = get("locked"), ranked = get("show_ranking");
    putText(caption, locked ? state.saved().label : ""); // the label of a case is its heading
    caption.hidden = !caption.textContent;
    putText(keys, locked ? tables.say.keys_locked : tables.say.keys);
    tools.show(narrow);
    for (const chart of charts) {
      const away = !view.charts.includes(chart.grid.id);
      chart.el.hidden = away;
      if (!away) chart.showPart(PAIN_PARTS[get("part")] ? get("part") : "whole");
      chart.label(locked ? `${chart.grid.title}, a finished drawing to read. Arrow keys tell what is painted where.` : `${chart.grid.title}. Arrow keys move the brush, with Shift in bigger steps. Space paints, Delete erases, plus and minus change the intensity.`);
    }
    stages.style.setProperty("--wides", view.charts.map((id) => charts.find((chart) => chart.grid.id === id)).reduce((sum, chart) => sum + Number(chart.el.style.getPropertyValue("--ratio")), 0));
    paintCharts();
    regions.show();
    files.show();
    root.classList.toggle("gd-locked", locked);
    root.classList.toggle("gd-alone", !ranked);
    flags.el.hidden = result.el.hidden = !ranked;
    if (ranked) paintResult();
    paintZone();
  }

  function paintResult() {
    flags.show(get("red_flags"));
    ranking = rank(Object.fromEntries(grids.map((grid) => [grid.id, state.cells(grid.id)])));
    result.show(ranking, get("red_flags"), get("selected"), get("side"));
    const found = painOutcome(tables, ranking, get("red_flags"));
    if (JSON.stringify(found) === JSON.stringify(get("result"))) return;
    model.set("result", found);
    model.save_changes();
  }

  const patternOf = (id) => tables.patterns.find((one) => one.id === id);
  const zoneIn = (shown, id, side) => charts.some(({ grid }) => shown.includes(grid.id) && Object.values(painZoneCells(patternOf(id), side, grid) ?? {}).some((cells) => cells?.some(Boolean)));

  function paintZone() {
    const [id, side] = (pointed || get("selected")).split(" "), withheld = painWithheld(tables, get("red_flags")) || !get("show_ranking");
    const pattern = withheld ? null : patternOf(id);
    for (const chart of charts) chart.showZone(pattern && painZoneCells(pattern, side, chart.grid, tables.patterns_shown[id].weak));
  }

  // --- beginning and end ------------------------------------------------------------------------------------
  const giveKeysBack = ownKeys(root);
  const outside = () => {
    if (state.read()) changed();
  };
  const fromModel = (name) => (name === "drawing" ? outside : () => paint());
  const watched = PAIN_TRAITS.map((name) => [`change:${name}`, fromModel(name)]);
  watched.forEach(([name, react]) => model.on(name, react));
  window.addEventListener("keydown", shortcuts, true);
  const room = new ResizeObserver(([entry]) => {
    const now = entry.contentRect.width < PAIN_NARROW_PX;
    if (now === narrow) return;
    narrow = now;
    paint();
  });
  el.replaceChildren(root);
  narrow = root.clientWidth < PAIN_NARROW_PX;
  room.observe(root);
  paint();
  return () => {
    cancelAnimationFrame(frame);
    giveKeysBack();
    room.disconnect();
    window.removeEventListener("keydown", shortcuts, true);
    watched.forEach(([name, react]) => model.off(name, react));
    charts.forEach((chart) => chart.stop());
    el.replaceChildren();
  };
}

export default { render };
