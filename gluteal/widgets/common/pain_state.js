// The drawing while it is being made: cells for each chart, undo and redo, and the form in which it is saved.

const PAIN_UNDO = 200;

const painEmpty = (tables) => ({ ...tables.file, made: "", label: "", charts: {} });

function painState(model, tables) {
  const get = (name) => model.get(name);
  const grids = tables.charts.map((record) => painGrid(tables, record));
  const gridOf = (id) => grids.find((grid) => grid.id === id);
  const past = [], future = [];
  let cells = {}, known = null, before = null, trouble = "";

  // What the trait says is what is shown. A drawing that cannot be read is told, and shows as empty. Returns whether
  // it has changed; what was there before can be brought back, as after a change of our own.
  function read() {
    const drawing = get("drawing");
    if (drawing === known) return false;
    let good = painEmpty(tables);
    trouble = "";
    try {
      good = painReadDrawing(drawing, tables);
    } catch (fault) {
      trouble = `The drawing that this page carries cannot be shown: ${fault.message}.`;
    }
    if (known) remember(charts());
    known = drawing;
    for (const grid of grids) cells[grid.id] = painFromRuns(good.charts[grid.id], grid);
    return true;
  }

  function remember(was) {
    past.push(was);
    if (past.length > PAIN_UNDO) past.shift();
    future.length = 0;
  }

  const charts = () => Object.fromEntries(grids.map((grid) => [grid.id, painToRuns(cells[grid.id])]).filter(([, runs]) => runs.length));
  const label = () => (trouble ? "" : get("drawing").label ?? "");
  const saved = (made = trouble ? "" : get("drawing").made) => ({ ...tables.file, made, label: label(), charts: charts() });

  function put(drawing) {
    trouble = "";
    known = drawing;
    model.set("drawing", drawing);
    model.save_changes();
  }

  // Every change goes through begin() and commit(), so that it can be undone as a whole.
  const begin = () => (before ??= charts());
  function commit() {
    const was = JSON.stringify(before), now = charts();
    if (before === null || was === JSON.stringify(now)) return (before = null), false;
    remember(before);
    before = null;
    put(saved(new Date().toISOString()));
    return true;
  }

  function step(from, to) {
    if (!from.length) return false;
    to.push(charts());
    const next = from.pop();
    for (const grid of grids) cells[grid.id] = painFromRuns(next[grid.id], grid);
    put(saved(new Date().toISOString()));
    return true;
  }

  function dab(grid, list, value) {
    let changed = 0;
    for (const cell of list) {
      if (cells[grid.id][cell] === value) continue;
      cells[grid.id][cell] = value;
      changed += 1;
    }
    return changed;
  }

  // next(grid) → its cells, made from those before
  function replace(next) {
    begin();
    cells = Object.fromEntries(grids.map((grid) => [grid.id, next(grid)]));
    return commit();
  }

  function load(drawing) {
    begin();
    for (const grid of grids) cells[grid.id] = painFromRuns(drawing.charts[grid.id], grid);
    remember(before);
    before = null;
    put({ ...drawing, charts: charts() });
  }

  read();
  return {
    get, grids, gridOf, read, begin, commit, dab, saved, load,
    cells: (id) => cells[id],
    trouble: () => trouble,
    undo: () => step(past, future), redo: () => step(future, past),
    canUndo: () => past.length > 0, canRedo: () => future.length > 0,
    clear: () => replace(painCells),
    mirror: () => replace((grid) => painMirrored(cells[grid.mirrored], grid)),
    setLabel: (words) => put({ ...saved(), label: words }),
    isEmpty: () => grids.every((grid) => !cells[grid.id].some(Boolean)),
  };
}

// What lies in a region: { cells painted, all cells, strongest }
function painInRegion(region, cells) {
  let painted = 0, strongest = 0;
  for (const cell of region.cells) {
    if (!cells[cell]) continue;
    painted += 1;
    strongest = Math.max(strongest, cells[cell]);
  }
  return { painted, all: region.cells.length, strongest };
}

function painRegionWords(region, cells) {
  const { painted, all, strongest } = painInRegion(region, cells);
  if (!painted) return "not painted";
  const share = painted / all;
  return share > 0.9 ? `painted, intensity ${strongest}` : `${Math.max(1, Math.round(share * 100))} % painted, intensity up to ${strongest}`;
}
