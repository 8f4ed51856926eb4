// Painted cells as soft shapes: the cells of one strength and more are traced as one outline, its steps are
// smoothed away, and the corners rounded. Stronger pain lies on weaker, so that no gap opens between them.

const PAIN_ROUNDS = 40, PAIN_IN = 0.62, PAIN_OUT = -0.65; // in turn inwards and outwards, so that shapes do not shrink

// → [{ value, d }], weakest first
function painShapes(cells, grid) {
  const shown = painWithRim(cells, grid);
  const values = [...new Set(shown)].filter(Boolean).sort((a, b) => a - b);
  return values.map((value) => ({ value, d: painLoops(shown, value, grid).map((loop) => painPath(painSmooth(loop, grid.columns + 1), grid)).join("") }));
}

function painWithRim(cells, grid) {
  const shown = cells.slice();
  for (const [cell, near] of grid.rim) {
    shown[cell] = 0;
    for (const one of near) {
      if (!cells[one]) continue;
      shown[cell] = cells[one];
      break;
    }
  }
  return shown;
}

// Outlines along the edges of cells, the inside to the right; corners count from 0 in rows of columns + 1.
function painLoops(cells, least, grid) {
  const { columns, rows } = grid, wide = columns + 1;
  const next = new Map();
  const has = (row, column) => row >= 0 && column >= 0 && row < rows && column < columns && cells[row * columns + column] >= least;
  const edge = (from, to) => next.has(from) ? next.get(from).push(to) : next.set(from, [to]);
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (cells[cell] < least) continue;
    const row = Math.floor(cell / columns), column = cell % columns, corner = row * wide + column;
    if (!has(row - 1, column)) edge(corner, corner + 1);
    if (!has(row, column + 1)) edge(corner + 1, corner + wide + 1);
    if (!has(row + 1, column)) edge(corner + wide + 1, corner + wide);
    if (!has(row, column - 1)) edge(corner + wide, corner);
  }
  const loops = [];
  for (const start of next.keys()) while (next.get(start).length) loops.push(painWalk(next, start, wide));
  return loops;
}

// Where two outlines touch at a corner, the way turns right: cells that only touch stay apart.
function painWalk(next, start, wide) {
  const loop = [];
  let here = start, before = 0;
  do {
    const ways = next.get(here);
    const right = before === 1 ? wide : before === wide ? -1 : before === -1 ? -wide : 1;
    const pick = ways.length > 1 ? Math.max(0, ways.findIndex((to) => to - here === right)) : 0;
    const to = ways.splice(pick, 1)[0];
    loop.push(here);
    before = to - here;
    here = to;
  } while (here !== start);
  return loop;
}

// Neighbours draw each corner to their middle, again and again: long flat stairs become a line, too. → [xs, ys]
function painSmooth(loop, wide) {
  const rounds = loop.length < 6 ? 0 : Math.min(PAIN_ROUNDS, Math.floor(loop.length / 8) + 1);
  return [Float64Array.from(loop, (corner) => corner % wide), Float64Array.from(loop, (corner) => Math.floor(corner / wide))].map((from) => {
    let now = rounds ? painDrawn(from, new Float64Array(from.length), 0.5) : from, spare = from;
    for (let step = 0; step < 2 * rounds; step += 1) {
      const next = painDrawn(now, spare === now ? new Float64Array(now.length) : spare, step % 2 ? PAIN_OUT : PAIN_IN);
      spare = now;
      now = next;
    }
    return now;
  });
}

function painDrawn(from, to, share) {
  const last = from.length - 1;
  for (let i = 0; i <= last; i += 1) to[i] = from[i] + share * ((from[i ? i - 1 : last] + from[i === last ? 0 : i + 1]) / 2 - from[i]);
  return to;
}

// Through the middles of the sides, bent at the corners.
function painPath([xs, ys], grid) {
  const count = xs.length, mmX = (x) => Math.round(10 * (grid.left_mm + x * grid.cellMm)) / 10, mmY = (y) => Math.round(10 * (grid.top_mm + y * grid.cellMm)) / 10;
  const parts = [`M${mmX((xs[count - 1] + xs[0]) / 2)} ${mmY((ys[count - 1] + ys[0]) / 2)}`];
  for (let i = 0; i < count; i += 1) {
    const next = i === count - 1 ? 0 : i + 1;
    parts.push(`Q${mmX(xs[i])} ${mmY(ys[i])} ${mmX((xs[i] + xs[next]) / 2)} ${mmY((ys[i] + ys[next]) / 2)}`);
  }
  return `${parts.join("")}Z`;
}

// Where the number of each patch stands: its cell farthest from the edge. → [{ value, x, y, room }], mm
function painPatches(cells, grid) {
  const deep = painDepth(cells, grid), seen = painCells(grid), found = [];
  for (let cell = 0; cell < cells.length; cell += 1) {
    if (!cells[cell] || seen[cell]) continue;
    const patch = painPatch(cells, cell, seen, grid);
    const best = patch.reduce((one, other) => (deep[other] > deep[one] ? other : one), patch[0]);
    found.push({ value: cells[cell], x: grid.xMm(best), y: grid.yMm(best), room: deep[best] * grid.cellMm });
  }
  return found;
}

function painPatch(cells, start, seen, grid) {
  const patch = [start];
  seen[start] = 1;
  for (let i = 0; i < patch.length; i += 1) {
    for (const other of painBeside(patch[i], grid)) {
      if (seen[other] || cells[other] !== cells[start]) continue;
      seen[other] = 1;
      patch.push(other);
    }
  }
  return patch;
}

function painBeside(cell, grid) {
  const column = cell % grid.columns, near = [];
  if (column) near.push(cell - 1);
  if (column < grid.columns - 1) near.push(cell + 1);
  if (cell >= grid.columns) near.push(cell - grid.columns);
  if (cell < grid.columns * (grid.rows - 1)) near.push(cell + grid.columns);
  return near;
}

// How many cells it is to the next cell of another value, in two sweeps.
function painDepth(cells, grid) {
  const { columns, rows } = grid, deep = new Float32Array(cells.length);
  const step = (cell, other, far) => {
    const reach = other >= 0 && other < cells.length && cells[other] === cells[cell] ? deep[other] + far : 0.5;
    if (reach < deep[cell]) deep[cell] = reach;
  };
  for (let cell = 0; cell < cells.length; cell += 1) {
    deep[cell] = cells[cell] ? columns + rows : 0;
    if (!cells[cell]) continue;
    for (const [by, far] of [[-1, 1], [-columns, 1], [-columns - 1, 1.4], [-columns + 1, 1.4]]) step(cell, cell + by, far);
  }
  for (let cell = cells.length - 1; cell >= 0; cell -= 1) {
    if (!cells[cell]) continue;
    for (const [by, far] of [[1, 1], [columns, 1], [columns + 1, 1.4], [columns - 1, 1.4]]) step(cell, cell + by, far);
  }
  return deep;
}
