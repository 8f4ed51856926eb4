// Small sentences and looks-up of the pain drawing.

const painHere = (region, intensity) => `${region.words}: ${intensity ? `painted, intensity ${intensity}` : "not painted"}`;

// The places that a stroke touched, the largest part first; a place grazed at its edge is left out.
function painTouched(grid, cells) {
  const counts = new Map();
  for (const cell of cells) counts.set(grid.regionOf[cell], (counts.get(grid.regionOf[cell]) ?? 0) + 1);
  counts.delete(-1);
  const sorted = [...counts].sort((a, b) => b[1] - a[1]), most = sorted[0]?.[1] ?? 0;
  return sorted.filter(([, count]) => count >= most / 4).slice(0, 4).map(([place]) => grid.regions[place].words).join("; ");
}

// The zones of a pattern on one chart and side as cells; null where there are none.
function painZoneCells(pattern, side, grid, weak) {
  const here = grid.mirrored === grid.id || grid.id.endsWith(side);
  const chart = here && pattern.charts.find((one) => one.chart === grid.right);
  if (!chart) return null;
  const turn = (pairs) => {
    const cells = painFromPairs(pairs, grid);
    return side === "left" ? painMirrored(cells, grid) : cells;
  };
  return { essential: turn(chart.essential), spillover: turn(chart.spillover), weak };
}

// What reaches Python: why there is no ranking, or the ranking in numbers.
function painOutcome(tables, ranking, answers) {
  const said = painWithheld(tables, answers);
  if (said?.alarm) return { state: "red-flag", red_flags: painAllFlags(tables).filter((flag) => answers[flag.id] === "yes").map((flag) => flag.id), matches: [] };
  if (said) return { state: "unanswered", red_flags: [], matches: [] };
  const matches = ranking.sides.flatMap((side) => side.matches.map((one) => ({ pattern: one.id, side: one.side, rank: one.rank, points: one.points, score: one.score, explained: one.explained, covered: one.covered, chart: one.chart, why: one.why })));
  return { state: matches.length ? "ranked" : "empty", red_flags: [], remark: ranking.remark, remarks: Object.fromEntries(ranking.sides.map((side) => [side.side, side.remarks])), matches };
}

// What is wrong with the traits, in one sentence; "" when all is well.
function painFault(get, tables) {
  const choices = { chart: tables.views.map((view) => view.id), part: Object.keys(PAIN_PARTS), tool: ["paint", "erase"], brush: tables.brushes.map((brush) => brush.id) };
  for (const [name, known] of Object.entries(choices)) if (!known.includes(get(name))) return `This drawing has no ${name} “${String(get(name)).slice(0, 40)}”. Choose one below.`;
  const intensity = get("intensity");
  if (!Number.isInteger(intensity) || intensity < 0 || intensity > tables.strongest) return `The intensity is not a whole number from 0 to ${tables.strongest}. Set it below.`;
  return "";
}
