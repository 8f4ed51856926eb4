// Looking a pose up: the table's columns over the angle at the hip centre, one for each line. See gluteal.models.hip_table.

const HIP_DEG = Math.PI / 180;
const hipDot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const hipCross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const hipSize = (a) => Math.sqrt(hipDot(a, a));
const hipTurn = (m, p) => [hipDot(m[0], p), hipDot(m[1], p), hipDot(m[2], p)];

// Numbers travel as differences; summed up again, in millimetres.
function hipUnpackTable(table) {
  const summed = (rows) => rows.map((row) => {
    let sum = 0;
    return Float64Array.from(row, (step) => (sum += step) / 1000);
  });
  const both = (columns) => Object.fromEntries(Object.entries(columns).map(([name, rows]) => [name, summed(rows)]));
  return { ...table, length_mm: both(table.length_mm), lever_mm: both(table.lever_mm), clearance_mm: summed(table.clearance_mm) };
}

// The femur's frame in the pelvis, and the three axes about which the angles turn.
function hipFrame([flexion, adduction, rotation]) {
  const [cf, ca, cr] = [flexion, adduction, rotation].map((angle) => Math.cos(angle * HIP_DEG));
  const [sf, sa, sr] = [flexion, adduction, rotation].map((angle) => Math.sin(angle * HIP_DEG));
  const turn = [
    [cf * cr - sf * sa * sr, -sf * ca, cf * sr + sf * sa * cr],
    [sf * cr + cf * sa * sr, cf * ca, sf * sr - cf * sa * cr],
    [-ca * sr, sa, ca * cr],
  ];
  return { turn, axes: [[0, 0, 1], [cf, sf, 0], [-sf * ca, cf * ca, sa]] };
}

function hipAt(column, place) {
  const at = Math.min(column.length - 2, Math.max(0, Math.floor(place)));
  return column[at] + (place - at) * (column[at + 1] - column[at]);
}

const hipKneePlace = (table, knee) => (knee - table.knee_deg[0]) / (table.knee_deg[1] - table.knee_deg[0]);
const hipKnee = (table, knee) => hipAt(table.knee_mm, hipKneePlace(table, knee));
const hipKneeEnd = (table, knee) => [0, 1, 2].map((axis) => hipAt(table.knee_end_mm.map((point) => point[axis]), hipKneePlace(table, knee)));

// One line in one pose: length, change, turning arms about the three axes, distance from the hip centre; mm.
function hipLine(table, index, frame, knee, variant) {
  const a = table.pelvis_mm[index], b = hipTurn(frame.turn, table.femur_mm[index]);
  const normal = hipCross(a, b), size = hipSize(normal);
  const place = Math.atan2(size, hipDot(a, b)) / HIP_DEG / table.step_deg;
  const length = hipAt(table.length_mm[variant][index], place) + (index === table.knee_line ? hipKnee(table, knee) : 0);
  const lever = hipAt(table.lever_mm[variant][index], place);
  const arms = frame.axes.map((axis) => (-lever * hipDot(axis, normal)) / size);
  const clearance = hipAt(table.clearance_mm[index], place);
  return { length, change: length - table.neutral_mm[index], arms, clearance, through: clearance < table.head_radius_mm };
}

function hipSolve(table, pose, variant) {
  const frame = hipFrame(pose);
  return { frame, lines: table.pelvis_mm.map((_, index) => hipLine(table, index, frame, pose[3], variant)) };
}

// Points of the arc on the ball of the head by which a line bends over it, from the pelvis to the femur.
function hipArc(a, b, radius) {
  const normal = hipCross(a, b), size = hipSize(normal), far = [hipSize(a), hipSize(b)];
  if (!size || far[0] <= radius || far[1] <= radius) return [];
  const away = a.map((value) => value / far[0]), aside = hipCross(normal.map((value) => value / size), away);
  const [from, to] = [Math.acos(radius / far[0]), Math.atan2(size, hipDot(a, b)) - Math.acos(radius / far[1])];
  return Array.from({ length: 9 }, (_, step) => {
    const angle = from + ((to - from) * step) / 8;
    return [0, 1, 2].map((k) => radius * (Math.cos(angle) * away[k] + Math.sin(angle) * aside[k]));
  });
}

// --- a line that is too short: gluteal.models.hip_shortening, with the same steps of one degree -----------------
function hipShorten(table, motions, index, pose, variant, shortening) {
  const walks = motions.map((motion) => hipWalk(table, motion, index, pose, variant));
  const limit = Math.max(...walks.map((walk) => Math.max(...walk.lengths))) - shortening;
  const found = walks.map((walk) => hipReach(walk, limit));
  const first = found.reduce((best, one) => (one.longest > best.longest ? one : best));
  return { limit, motions: found, first: first.name, tooLong: walks[0].lengths[0] > limit };
}

function hipWalk(table, motion, index, pose, variant) {
  const start = pose[motion.angle], way = Math.max(0, (motion.end - start) * motion.sign);
  const angles = Array.from({ length: Math.ceil(way) + 1 }, (_, step) => start + Math.min(step, way) * motion.sign);
  const lengths = angles.map((angle) => {
    const there = pose.slice();
    there[motion.angle] = angle;
    return hipLine(table, index, hipFrame(there), pose[3], variant).length;
  });
  return { name: motion.name, angles, lengths };
}

function hipReach({ name, angles, lengths }, limit) {
  const at = lengths.findIndex((length) => length > limit + 1e-9), end = angles.at(-1);
  let reaches = at < 0 ? end : angles[0];
  if (at > 0) reaches = angles[at - 1] + ((limit - lengths[at - 1]) / (lengths[at] - lengths[at - 1])) * (angles[at] - angles[at - 1]);
  return { name, start: angles[0], end, reaches, longest: Math.max(...lengths), lost: Math.abs(end - reaches) };
}
