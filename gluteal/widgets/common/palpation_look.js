// Looking up what Python computed (gluteal/widgets/palpation_tables.py). Nothing here but reading between the lines
// of a table, turning a place into the frame of the fibres, and adding the parts of one patch.

const PALPATION_FORMAT = 1;

async function fetchPalpation(model) {
  const packed = model.get("packed");
  if (!packed) throw new Error("The patches of muscle did not come with this page.");
  let pack = null;
  try {
    pack = JSON.parse(await unpackText(packed));
  } catch {
    throw new Error("The patches of muscle came damaged.");
  }
  if (pack.format !== PALPATION_FORMAT) throw new Error("The patches of muscle were made by another version of the lessons.");
  return pack;
}

const within = (value, least, most) => Math.min(most, Math.max(least, value));

// A table is read between its lines; beyond its ends the end holds.
function look({ step, values }, at) {
  const place = within(at / step, 0, values.length - 1);
  const row = Math.min(Math.floor(place), values.length - 2);
  return values[row] + (values[row + 1] - values[row]) * (place - row);
}

function lookGrid({ force_step, distance_step, rows }, force, distance) {
  const place = within(force / force_step, 0, rows.length - 1);
  const row = Math.min(Math.floor(place), rows.length - 2);
  const [less, more] = [rows[row], rows[row + 1]].map((values) => look({ step: distance_step, values }, distance));
  return less + (more - less) * (place - row);
}

const FIBRE_REACH_MM = 60;

// One patch: where a place lies in the frame of its fibres, and what is found there.
function palpationPatch(pack, muscle, row) {
  const [seed, kind, pattern, angle, bend, bandAt, bandWidth, bandHeight, spot, swellAt, swellHeight, grainShift, refers, twitches] = row;
  const { limits, tables } = pack;
  const turn = (angle * Math.PI) / 180;
  const [cos, sin] = [Math.cos(turn), Math.sin(turn)];
  const [middleX, middleY] = [limits["patch-width"] / 2, limits["patch-height"] / 2];
  const hasBand = bandHeight > 0;
  const hasSpot = kind === "active" || kind === "latent" || kind === "tender-only";
  const sort = kind === "active" ? "active" : "latent";
  const grainTurn = tables.grain.step * (tables.grain.values.length - 1);
  const bell = (distance, width) => look(tables.bell, Math.abs(distance) / width);

  function fibre(x, y) {
    const [dx, dy] = [x - middleX, y - middleY];
    const u = dx * cos + dy * sin;
    return { u, v: dy * cos - dx * sin - bend * (u / FIBRE_REACH_MM) ** 2 };
  }

  const off = (x, y) => (hasSpot ? Math.hypot(x - spot[0], y - spot[1]) : Infinity);

  function firmness(x, y) {
    const { v } = fibre(x, y);
    const shifted = (((v + grainShift) % grainTurn) + grainTurn) % grainTurn;
    let firm = look(tables.grain, shifted) + swellHeight * bell(v - swellAt, limits["swell-width"]);
    if (hasBand) firm += bandHeight * bell(v - bandAt, bandWidth);
    if (hasBand && hasSpot) firm += limits["spot-firmness"] * bell(off(x, y), limits["nodule-width"]);
    return firm;
  }

  // What the finger feels. way: direction of its movement in radians, or null at rest.
  function touch(x, y, force, way) {
    const step = 0.05;
    const [dx, dy] = way === null ? [0, 0] : [step * Math.cos(way), step * Math.sin(way)];
    const rise = way === null ? 0 : (firmness(x + dx, y + dy) - firmness(x - dx, y - dy)) / (2 * step);
    const firm = firmness(x, y);
    const felt = firm + limits["flank-length"] * Math.max(0, rise);
    const resistance = Math.min(10, look(tables.base, force) + look(muscle.tables.contrast, force) * felt);
    return { resistance, depth: look(tables.depth, force) * (1 - (limits["depth-lost"] / 100) * Math.max(0, firm)) };
  }

  // What the person tells.
  function tell(x, y, force) {
    const distance = off(x, y);
    const clear = look(tables.clear, force) > 0.5;
    if (!hasSpot) return { pain: look(tables.elsewhere, force), own: 0, referral: 0, clear, recognised: false };
    const own = lookGrid(muscle.tables.own[sort], force, distance);
    return {
      pain: lookGrid(muscle.tables.tenderness[sort], force, distance), own, clear,
      referral: refers ? look(tables.referral[sort], own) : 0,
      recognised: kind === "active" && own >= limits["recognised-from"] && clear,
    };
  }

  // Whether a snap was one that a twitch may answer: from and to are places, time in seconds.
  function snapped(from, to, force, time) {
    if (!hasBand || time > limits["snap-time"]) return null;
    const [first, last] = [fibre(from.x, from.y), fibre(to.x, to.y)];
    if (Math.abs(last.v - first.v) < limits["snap-length"] || (first.v - bandAt) * (last.v - bandAt) > 0) return null;
    const u = first.u + ((last.u - first.u) * (bandAt - first.v)) / (last.v - first.v);
    const near = hasSpot && Math.abs(u - fibre(...spot).u) <= limits["twitch-reach"];
    return { u, good: near && force >= muscle.twitch_from && force <= limits["hard-force"] };
  }

  return {
    seed, kind, angle, bend, bandAt, bandWidth, hasBand, hasSpot, spot, hasTriggerPoint: hasBand && hasSpot,
    pattern: muscle.patterns.find((one) => one.id === pattern), fibre, off, touch, tell, snapped,
    answers: (number) => twitches[number % twitches.length] === "1",
  };
}
