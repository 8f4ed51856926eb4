// Which referral patterns have most in common with a drawing: look-up and sums in the tables, step by step as
// gluteal.models.overlap_tables says, so that the page and Python come to the same ranking.

function painRanker(tables, grids) {
  const rights = tables.right_charts.map((id) => {
    const grid = grids.find((one) => one.id === id);
    return { id, grid, half: painFromPairs(tables.right[id], grid), regionOf: painRegionNumbers(tables.regions[id], grid) };
  });
  const known = tables.patterns.map((pattern) => ({
    id: pattern.id,
    charts: pattern.charts.map((one, i) => ({ ...one, zone: painZone(one, rights[i].grid), room: painSum(one.essential) })),
  }));
  const ids = tables.region_names.map(([id]) => id), names = new Map(tables.region_names);
  const { weights, words } = tables;
  const percent = (share) => Math.floor(share * 100 + 0.5);
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  // The painted cells of one side, turned to the right: for each chart [[cell, intensity], …].
  function half(cells, side) {
    return rights.map(({ id, grid, half: own }) => {
      const from = side === "right" ? cells[id] : painMirrored(cells[grid.mirrored], grid);
      const found = [];
      for (let cell = 0; cell < from.length; cell += 1) if (from[cell] && own[cell]) found.push([cell, from[cell]]);
      return found;
    });
  }

  function overlap(pattern, painted, count) {
    let hit = 0, extra = 0, within = 0, best = null;
    const inside = new Int32Array(ids.length), outside = new Int32Array(ids.length);
    pattern.charts.forEach((chart, i) => {
      let e = 0, s = 0;
      for (const [cell, intensity] of painted[i]) {
        const zone = chart.zone[cell], weight = weights.intensity[intensity - 1], region = rights[i].regionOf[cell];
        if (zone === 1) (e += 1), (hit += weight);
        else if (zone === 2) (s += 1), (hit += weights.spillover * weight);
        else extra += weight;
        if (region >= 0) (zone ? inside : outside)[region] += 1;
      }
      within += e + s;
      const essential = e / chart.reference, spilled = chart.spillover_reference ? s / chart.spillover_reference : 0;
      const covered = essential + weights.spillover * (1 - essential) * spilled;
      if (!best || covered > best.covered) best = { covered, e, chart, i };
    });
    if (!within) return { id: pattern.id, points: 0, score: 0, explained: 0, covered: 0, chart: "", why: [words.APART] };
    const explained = hit / (hit + extra), score = (2 * explained * best.covered) / (explained + best.covered);
    const shares = { essential: percent(best.e / Math.max(best.chart.room, 1)), inPattern: percent(within / count) };
    return { id: pattern.id, points: Math.floor(score * 100 + 0.5), score, explained, covered: best.covered, chart: best.chart.chart, ...shares, why: why(shares, inside, outside, missing(best, painted[best.i])) };
  }

  // Regions of the essential zone that are mostly unpainted, on the chart on which it is covered best.
  function missing({ chart, i }, painted) {
    const missed = new Int32Array(ids.length), found = new Int32Array(ids.length), has = new Set(painted.map(([cell]) => cell));
    chart.zone.forEach((zone, cell) => {
      const region = rights[i].regionOf[cell];
      if (zone === 1 && region >= 0) (has.has(cell) ? found : missed)[region] += 1;
    });
    return ids.filter((_, place) => missed[place] >= weights.named_from_cells && missed[place] > found[place]);
  }

  function why(shares, inside, outside, unpainted) {
    const elsewhere = ids.filter((_, place) => outside[place] >= weights.named_from_cells && outside[place] > inside[place]);
    const named = (found) => found.map((id) => names.get(id)).join("; ");
    return [
      fill(words.ESSENTIAL, { percent: shares.essential }), fill(words.IN_PATTERN, { percent: shares.inPattern }),
      elsewhere.length && fill(words.ELSEWHERE, { regions: named(elsewhere) }),
      unpainted.length && fill(words.UNPAINTED, { regions: named(unpainted) }),
    ].filter(Boolean);
  }

  function rankSide(cells, side) {
    const painted = half(cells, side), count = painted.reduce((sum, one) => sum + one.length, 0);
    if (!count) return null;
    const found = known.map((pattern) => overlap(pattern, painted, count)).sort((a, b) => b.points - a.points);
    const matches = found.map((one) => ({ ...one, side, rank: 1 + found.filter((other) => other.points > one.points).length, tied: found.filter((other) => other.points === one.points).length > 1 }));
    return { side, count, matches, remarks: remarks(painted, count, matches) };
  }

  function remarks(painted, count, matches) {
    if (!matches.length) return [];
    const best = matches[0].points, close = matches.filter((one) => best - one.points <= weights.close_points).length;
    const room = rights.reduce((sum, { id }, i) => sum + (painted[i].length ? painSum(tables.right[id]) : 0), 0);
    return [
      count / room > weights.too_much && words.TOO_MUCH, best === 0 && words.NONE, best > 0 && best < weights.low_points && words.LOW,
      best > 0 && close > 1 && fill(words.CLOSE, { count: close }),
    ].filter(Boolean);
  }

  // → { remark, sides: [{ side, count, matches, remarks }] }, the side with more paint first
  return function rank(cells) {
    if (!Object.values(cells).some((one) => one.some(Boolean))) return { remark: words.EMPTY, sides: [] };
    const sides = ["right", "left"].map((side) => rankSide(cells, side)).filter(Boolean).sort((a, b) => b.count - a.count);
    return { remark: sides.length ? words.NO_DIAGNOSIS : words.BESIDE, sides };
  };
}

const painSum = (pairs) => pairs.reduce((sum, number, place) => sum + (place % 2 ? number : 0), 0);

// 1 in the essential zone, 2 in the spillover zone
function painZone({ essential, spillover }, grid) {
  const zone = painFromPairs(essential, grid);
  painFromPairs(spillover, grid).forEach((on, cell) => on && (zone[cell] = 2));
  return zone;
}

// Numbers of regions as region_names orders them; the tables name each region once.
function painRegionNumbers(regions, grid) {
  const found = new Int16Array(grid.columns * grid.rows).fill(-1);
  for (const { number, cells } of regions) painFromPairs(cells, grid).forEach((on, cell) => on && (found[cell] = number));
  return found;
}
