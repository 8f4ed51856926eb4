// The skin of the articulated figure in the room: the frames of a movement at a moment, and the nets swept along them.
// It does what gluteal.models.mannequin_surface does, with measures that come from there. Places in mm, y up.

// A quaternion (x, y, z, w) as a rotation, nine numbers row by row.
function figTurned(x, y, z, w, out, o) {
  out[o] = 1 - 2 * (y * y + z * z); out[o + 1] = 2 * (x * y - z * w); out[o + 2] = 2 * (x * z + y * w);
  out[o + 3] = 2 * (x * y + z * w); out[o + 4] = 1 - 2 * (x * x + z * z); out[o + 5] = 2 * (y * z - x * w);
  out[o + 6] = 2 * (x * z - y * w); out[o + 7] = 2 * (y * z + x * w); out[o + 8] = 1 - 2 * (x * x + y * y);
}

function figTimes(a, i, b, j, out, o) {
  for (let r = 0; r < 3; r += 1) for (let c = 0; c < 3; c += 1)
    out[o + 3 * r + c] = a[i + 3 * r] * b[j + c] + a[i + 3 * r + 1] * b[j + 3 + c] + a[i + 3 * r + 2] * b[j + 6 + c];
}

// Numbers that travelled as differences, as one row for each frame.
function figRows(steps) {
  let before = new Float64Array(steps[0].length);
  return steps.map((row) => (before = Float64Array.from(row, (step, k) => before[k] + step)));
}

// Weights of the four frames round a moment: a curve through all of them (Catmull and Rom).
function figWeights(t, count) {
  const u = Math.min(Math.max(t, 0), 1) * (count - 1), at = Math.min(Math.floor(u), count - 2), v = u - at;
  const weights = [-0.5 * v + v * v - 0.5 * v ** 3, 1 - 2.5 * v * v + 1.5 * v ** 3, 0.5 * v + 2 * v * v - 1.5 * v ** 3, -0.5 * v * v + 0.5 * v ** 3];
  return { weights, rows: [-1, 0, 1, 2].map((k) => Math.min(Math.max(at + k, 0), count - 1)), before: at, share: v };
}

// The frames of all segments of a person at a moment: places and rotations by name of segment.
function figFrames(art, person, t) {
  const { weights, rows, before, share } = figWeights(t, person.rows.length);
  const [placeMm, turnUnit] = art.units, found = {};
  art.segments.forEach((name, s) => {
    const seven = [0, 0, 0, 0, 0, 0, 0];
    rows.forEach((row, k) => { for (let c = 0; c < 7; c += 1) seven[c] += weights[k] * person.rows[row][7 * s + c]; });
    found[name] = figPlaced(seven.slice(0, 3).map((v) => v * placeMm), seven.slice(3).map((v) => v / turnUnit));
  });
  ["right", "left"].forEach((side, k) => {
    const [here, next] = [before, before + 1].map((at) => art.hands[person.hands[at][k]]);
    for (const digit of Object.keys(here))
      found[`${digit}-${side}`] = here[digit].map((one, bone) => figInHand(found[`wrist-${side}`], one, next[digit][bone], share, side));
  });
  return found;
}

function figPlaced(at, q) {
  const size = Math.hypot(...q) || 1, axes = new Float64Array(9);
  figTurned(q[0] / size, q[1] / size, q[2] / size, q[3] / size, axes, 0);
  return { at, axes };
}

function figInHand(hand, here, next, share, side) {
  const sign = here.slice(3).reduce((sum, v, k) => sum + v * next[3 + k], 0) < 0 ? -1 : 1;
  const mixed = here.map((v, k) => v + share * ((k > 2 ? sign : 1) * next[k] - v));
  if (side === "left") for (const k of [2, 3, 4]) mixed[k] = -mixed[k];
  const own = figPlaced(mixed.slice(0, 3), mixed.slice(3)), axes = new Float64Array(9);
  figTimes(hand.axes, 0, own.axes, 0, axes, 0);
  return { at: figPut(hand, own.at), axes };
}

const figPut = ({ at, axes }, local) => [0, 1, 2].map((r) => at[r] + axes[3 * r] * local[0] + axes[3 * r + 1] * local[1] + axes[3 * r + 2] * local[2]);

// What never changes of a part: the outline of each section, and room for its places and normals.
function figPart(part) {
  const { along, around, half, exponent } = part, count = along.length * around;
  const front = new Float32Array(count), side = new Float32Array(count);
  along.forEach((_, s) => {
    const [ahead, lateral, behind, medial] = half[s], power = 2 / exponent[s];
    for (let m = 0; m < around; m += 1) {
      const c = Math.cos((2 * Math.PI * m) / around), d = Math.sin((2 * Math.PI * m) / around);
      front[s * around + m] = (ahead - behind) / 2 + ((ahead + behind) / 2) * Math.sign(c) * Math.abs(c) ** power;
      side[s * around + m] = (part.left ? -1 : 1) * (d >= 0 ? lateral : medial) * Math.sign(d) * Math.abs(d) ** power;
    }
  });
  const ahead = part.axis[0] ? 1 : 0; // the foot runs forwards: the front of its sections is up
  return { ...part, front, side, ahead, places: new Float32Array(3 * count), normals: new Float32Array(3 * count), outward: 0 };
}

// Sweep the sections of a part along its segments: sections pass from one segment to the next round each joint.
function figSweep(part, frames) {
  const chain = part.chain(frames), joints = chain.slice(1).map((frame, k) => figBend(chain[k], frame));
  const axes = new Float64Array(9), bent = new Float64Array(9), step = new Float64Array(9), { places, around } = part;
  const centre = [0, 0, 0], line = [0, 0, 0];
  for (let n = 0; n < part.along.length; n += 1) {
    const s = part.along[n];
    for (let k = 0; k < 3; k += 1) line[k] = part.axis[k] * s;
    figAlong(chain[0], line, part.starts[0], 1, centre);
    axes.set(chain[0].axes);
    for (let k = 1; k < chain.length; k += 1) {
      const t = Math.min(Math.max((s - part.joints[k]) / (2 * part.widths[k]) + 0.5, 0), 1), share = t * t * (3 - 2 * t);
      if (!share) continue;
      figAlong(chain[k], line, part.starts[k], share, centre);
      joints[k - 1](share, step);
      figTimes(step, 0, axes, 0, bent, 0);
      axes.set(bent);
    }
    for (let m = 0; m < around; m += 1) {
      const at = n * around + m, ahead = part.front[at], side = part.side[at];
      for (let r = 0; r < 3; r += 1) places[3 * at + r] = centre[r] + axes[3 * r + part.ahead] * ahead + axes[3 * r + 2] * side;
    }
  }
  figNormals(part);
}

// Move a centre by a share of the way to where a segment puts a place of its line.
function figAlong({ at, axes }, line, start, share, centre) {
  const x = line[0] - start[0], y = line[1] - start[1], z = line[2] - start[2];
  for (let r = 0; r < 3; r += 1) centre[r] += share * (at[r] + axes[3 * r] * x + axes[3 * r + 1] * y + axes[3 * r + 2] * z - centre[r]);
}

// The rotation from one segment to the next, as a function that gives a share of it.
function figBend(before, after) {
  const a = after.axes, b = before.axes, r = new Float64Array(9);
  for (let i = 0; i < 3; i += 1) for (let j = 0; j < 3; j += 1) r[3 * i + j] = a[3 * i] * b[3 * j] + a[3 * i + 1] * b[3 * j + 1] + a[3 * i + 2] * b[3 * j + 2];
  const angle = Math.acos(Math.min(Math.max((r[0] + r[4] + r[8] - 1) / 2, -1), 1)), s = 2 * Math.sin(angle) || 1;
  const x = (r[7] - r[5]) / s, y = (r[2] - r[6]) / s, z = (r[3] - r[1]) / s;
  return (share, out) => {
    const half = angle < 1e-9 ? 0 : (share * angle) / 2, sine = Math.sin(half);
    figTurned(x * sine, y * sine, z * sine, Math.cos(half), out, 0);
  };
}

function figNormals(part) {
  const { places, normals, around } = part, rows = part.along.length;
  for (let n = 0; n < rows; n += 1) {
    const up = Math.max(n - 1, 0) * around, down = Math.min(n + 1, rows - 1) * around;
    for (let m = 0; m < around; m += 1) {
      const a = 3 * (down + m), b = 3 * (up + m), c = 3 * (n * around + ((m + 1) % around)), d = 3 * (n * around + ((m + around - 1) % around));
      const x1 = places[a] - places[b], y1 = places[a + 1] - places[b + 1], z1 = places[a + 2] - places[b + 2];
      const x2 = places[c] - places[d], y2 = places[c + 1] - places[d + 1], z2 = places[c + 2] - places[d + 2];
      const x = y1 * z2 - z1 * y2, y = z1 * x2 - x1 * z2, z = x1 * y2 - y1 * x2, size = part.sign / (Math.sqrt(x * x + y * y + z * z) || 1), at = 3 * (n * around + m);
      normals[at] = x * size; normals[at + 1] = y * size; normals[at + 2] = z * size;
    }
  }
  figTip(part, 0, 2);
  figTip(part, rows - 1, rows - 3);
}

// A net that ends in a point looks, there, the way it runs.
function figTip({ places, normals, around }, row, before) {
  const tip = 3 * row * around, across = 3 * (row * around + Math.floor(around / 2));
  if (before < 0 || Math.abs(places[tip] - places[across]) + Math.abs(places[tip + 1] - places[across + 1]) + Math.abs(places[tip + 2] - places[across + 2]) > 2) return;
  const way = [0, 1, 2].map((c) => { let sum = 0; for (let m = 0; m < around; m += 1) sum += places[3 * before * around + 3 * m + c]; return places[tip + c] - sum / around; }), size = Math.hypot(...way) || 1;
  for (let m = 0; m < around; m += 1) for (let c = 0; c < 3; c += 1) normals[tip + 3 * m + c] = way[c] / size;
}

// A person who can be posed: parts of her own, for two may be in one scene.
function figPerson(art, told) {
  const parts = art.parts.map((part) => {
    const own = { ...figPart(part), sign: 1 };
    const digit = part.frames.length === 1 && part.starts.length === 3;
    own.chain = digit ? (frames) => frames[part.name] : (frames) => part.frames.map((name) => frames[name]);
    return own;
  });
  const person = { role: told.role, clothing: told.clothing, rows: figRows(told.frames), hands: told.hands, parts };
  person.pose = (t) => { const frames = figFrames(art, person, t); parts.forEach((part) => figSweep(part, frames)); return frames; };
  person.pose(0);
  parts.forEach((part) => { part.sign = figOutward(part); });
  return person;
}

// 1 where the normals of a net point away from the middle of its sections, else -1.
function figOutward({ places, normals, around }) {
  const rows = places.length / 3 / around, first = 3 * Math.floor(rows / 2) * around, middle = [0, 0, 0];
  for (let m = 0; m < around; m += 1) for (let c = 0; c < 3; c += 1) middle[c] += places[first + 3 * m + c] / around;
  let sum = 0;
  for (let m = 0; m < around; m += 1) for (let c = 0; c < 3; c += 1) sum += (places[first + 3 * m + c] - middle[c]) * normals[first + 3 * m + c];
  return sum < 0 ? -1 : 1;
}
