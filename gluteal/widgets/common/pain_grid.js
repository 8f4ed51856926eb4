// The cells of one chart, as gluteal.models.raster has them: rows from the upper left, 0 = not painted.

const painCells = (grid) => new Uint8Array(grid.columns * grid.rows);

// [start, length, value, …] → cells. Faults are for painReadDrawing to find; what leaves the chart is cut off here.
function painFromRuns(runs, grid) {
  const cells = painCells(grid);
  for (let i = 0; i + 2 < (runs?.length ?? 0); i += 3) cells.fill(runs[i + 2], runs[i], runs[i] + runs[i + 1]);
  return cells;
}

// [start, length, …] → the same cells as 0 and 1
function painFromPairs(pairs, grid) {
  const cells = painCells(grid);
  for (let i = 0; i + 1 < (pairs?.length ?? 0); i += 2) cells.fill(1, pairs[i], pairs[i] + pairs[i + 1]);
  return cells;
}

function painToRuns(cells) {
  const runs = [];
  for (let i = 0; i < cells.length; ) {
    const value = cells[i], start = i;
    while (i < cells.length && cells[i] === value) i += 1;
    if (value) runs.push(start, i - start, value);
  }
  return runs;
}

// The raster is centred on the chart, so a chart is mirrored by reversing its rows.
function painMirrored(cells, grid) {
  const turned = painCells(grid);
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) turned[row * grid.columns + column] = cells[(row + 1) * grid.columns - 1 - column];
  }
  return turned;
}

// A chart of the tables with what is looked up again and again: the cells on the body, and for each cell just
// outside it the neighbours on it. Paint is drawn over that rim, too, and cut along the outline of the body.
function painGrid(tables, record) {
  const grid = { ...record, id: record.chart, cellMm: tables.cell_mm, title: tables.titles[record.chart], right: tables.right_charts.includes(record.chart) ? record.chart : record.mirrored };
  grid.inside = painFromPairs(record.inside, grid);
  grid.rim = painRim(grid);
  grid.xMm = (cell) => grid.left_mm + grid.cellMm * ((cell % grid.columns) + 0.5);
  grid.yMm = (cell) => grid.top_mm + grid.cellMm * (Math.floor(cell / grid.columns) + 0.5);
  grid.at = (x, y) => {
    const column = Math.floor((x - grid.left_mm) / grid.cellMm), row = Math.floor((y - grid.top_mm) / grid.cellMm);
    return column < 0 || row < 0 || column >= grid.columns || row >= grid.rows ? -1 : row * grid.columns + column;
  };
  const names = new Map(tables.region_names_shown);
  grid.regions = tables.regions[grid.right].flatMap((region) => painSides(region, names.get(region.id), grid));
  grid.regionOf = new Int16Array(grid.columns * grid.rows).fill(-1);
  grid.regions.forEach((region, place) => region.cells.forEach((cell) => (grid.regionOf[cell] = place)));
  return grid;
}

function painRim(grid) {
  const rim = [];
  for (let row = 0; row < grid.rows; row += 1) {
    for (let column = 0; column < grid.columns; column += 1) {
      const cell = row * grid.columns + column;
      if (grid.inside[cell]) continue;
      const near = painNear(grid, row, column).filter((one) => grid.inside[one]);
      const far = near.length && painApart(grid, near[0], row, column) + 0.1; // the nearest only: paint must not creep along the outline
      if (near.length) rim.push([cell, near.filter((one) => painApart(grid, one, row, column) < far)]);
    }
  }
  return rim;
}

function painNear(grid, row, column, reach = 2) {
  const near = [];
  for (let y = Math.max(0, row - reach); y <= Math.min(grid.rows - 1, row + reach); y += 1) {
    for (let x = Math.max(0, column - reach); x <= Math.min(grid.columns - 1, column + reach); x += 1) near.push(y * grid.columns + x);
  }
  return near.sort((a, b) => painApart(grid, a, row, column) - painApart(grid, b, row, column));
}

const painApart = (grid, cell, row, column) => Math.hypot(Math.floor(cell / grid.columns) - row, (cell % grid.columns) - column);

// The tables name the regions of the right side. A chart of both sides has them mirrored, too; the chart of the
// left side has nothing else.
function painSides(region, name, grid) {
  const own = painFromPairs(region.cells, grid);
  const listed = (cells) => Array.from(cells.keys()).filter((cell) => cells[cell] && grid.inside[cell]);
  const one = (side, cells) => ({ id: region.id, name, side, chart: grid.id, key: `${grid.id} ${region.id} ${side}`, cells: listed(cells), words: `${name}, ${side}` });
  const both = grid.right === grid.mirrored;
  const found = [];
  if (both || grid.id !== grid.right) found.push(one("left", painMirrored(own, grid)));
  if (grid.id === grid.right) found.push(one("right", own));
  return found.filter((side) => side.cells.length);
}

// The cells on the body that a round brush touches on its way from one point (mm) to another.
function painStroke(grid, from, to, radiusMm) {
  const found = [];
  const reach = Math.max(radiusMm, grid.cellMm * 0.71);
  const first = [Math.min(from.x, to.x) - reach, Math.min(from.y, to.y) - reach], last = [Math.max(from.x, to.x) + reach, Math.max(from.y, to.y) + reach];
  const columnOf = (x) => Math.floor((x - grid.left_mm) / grid.cellMm), rowOf = (y) => Math.floor((y - grid.top_mm) / grid.cellMm);
  for (let row = Math.max(0, rowOf(first[1])); row <= Math.min(grid.rows - 1, rowOf(last[1])); row += 1) {
    for (let column = Math.max(0, columnOf(first[0])); column <= Math.min(grid.columns - 1, columnOf(last[0])); column += 1) {
      const cell = row * grid.columns + column;
      if (grid.inside[cell] && painFromLine(grid.xMm(cell), grid.yMm(cell), from, to) <= reach) found.push(cell);
    }
  }
  return found;
}

function painFromLine(x, y, from, to) {
  const dx = to.x - from.x, dy = to.y - from.y, long = dx * dx + dy * dy;
  const along = long ? Math.min(1, Math.max(0, ((x - from.x) * dx + (y - from.y) * dy) / long)) : 0;
  return Math.hypot(x - from.x - along * dx, y - from.y - along * dy);
}
