// What a figure lies, sits or stands on, and what it holds: blocks, what is round, nets, bands; and soft shadows on them.

const FIG_BLOCK = [[0, 1, 3, 2], [4, 5, 7, 6], [0, 1, 5, 4], [2, 3, 7, 6], [0, 2, 6, 4], [1, 3, 7, 5]];
const FIG_PRESSED_MM = 26, FIG_ON_SKIN_MM = 5, FIG_THINGS = 20000;
const figMinus = (a, b) => a.map((v, k) => v - b[k]);
const figCross = (a, b) => [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
const figDot = (a, b) => a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
const figUnit = (a) => { const size = Math.hypot(...a) || 1; return a.map((v) => v / size); };

// Where a thing is at a moment: how far it has moved from its first place.
function figMoved(thing, t) {
  if (!thing.moved) return [0, 0, 0];
  const { before, share } = figWeights(t, thing.moved.length);
  return thing.moved[before].map((v, k) => v + share * (thing.moved[before + 1][k] - v));
}

function figMadeNet(points, around, extra) {
  const net = { places: Float32Array.from(points.flat()), around, normals: new Float32Array(3 * points.length), along: { length: points.length / around }, sign: 1, tags: new Int16Array(points.length), ...extra };
  figNormals(net);
  net.sign = figOutward(net);
  figNormals(net);
  return net;
}

// Of what is round, a net: a ball is a rod of no length.
function figRoundNet([a, b], radius) {
  const ball = Math.hypot(...figMinus(b, a)) < 1, along = ball ? [0, 1, 0] : figUnit(figMinus(b, a));
  const first = figUnit(figCross(along, Math.abs(along[1]) < 0.9 ? [0, 1, 0] : [1, 0, 0])), second = figCross(along, first), points = [];
  const rings = ball ? Array.from({ length: 15 }, (_, k) => [a, -Math.cos((Math.PI * k) / 14), Math.sin((Math.PI * k) / 14)]) : [[a, 0, 0.02], [a, 0, 0.9], [a, 0.06, 1], [b, -0.06, 1], [b, 0, 0.9], [b, 0, 0.02]];
  for (const [at, far, wide] of rings) for (let m = 0; m < 32; m += 1) {
    const c = Math.cos((m * Math.PI) / 16) * wide * radius, s = Math.sin((m * Math.PI) / 16) * wide * radius;
    points.push([0, 1, 2].map((k) => at[k] + far * radius * along[k] + c * first[k] + s * second[k]));
  }
  return points;
}

// The skin of both legs between two places along them, as a band that is drawn tight round both.
function figBand(person, { along, half }) {
  const legs = ["leg-right", "leg-left"].map((name) => person.parts.find((part) => part.name === name));
  const ring = (mm) => legs.map((leg) => {
    const n = leg.along.findIndex((s) => s >= mm), share = (mm - leg.along[n - 1]) / (leg.along[n] - leg.along[n - 1]);
    return Array.from({ length: leg.around }, (_, m) => [0, 1, 2].map((c) => {
      const a = leg.places[3 * ((n - 1) * leg.around + m) + c], b = leg.places[3 * (n * leg.around + m) + c];
      return a + share * (b - a);
    }));
  });
  const mean = (points) => points.reduce((sum, one) => sum.map((v, k) => v + one[k] / points.length), [0, 0, 0]);
  const edges = [-1, -0.5, 0, 0.5, 1].map((k) => ring(along + k * half)), [right, left] = edges[2].map(mean);
  const across = figUnit(figMinus(right, left)), down = figMinus(mean(edges[4].flat()), mean(edges[0].flat()));
  const ahead = figUnit(figCross(across, down)), points = [];
  for (const edge of edges) for (let m = 0; m < 48; m += 1) {
    const way = [0, 1, 2].map((k) => Math.cos((m * Math.PI) / 24) * across[k] + Math.sin((m * Math.PI) / 24) * ahead[k]);
    const far = edge.flat().reduce((best, one) => (figDot(one, way) > figDot(best, way) ? one : best));
    points.push(far.map((v, k) => v + 3 * way[k]));
  }
  return points;
}

// Everything but the people at a moment, ready for the raster: { nets, blocks, tops }.
function figThings(scene, t) {
  const found = { nets: [], blocks: [], tops: [0] };
  scene.things.forEach((thing, number) => {
    const by = figMoved(thing, t), move = (points) => points.map((one) => one.map((v, k) => v + by[k])), tag = FIG_THINGS + 8 * number;
    const net = (points, around, extra = {}) => found.nets.push({ ...figMadeNet(points, around, extra), look: thing.look, tag });
    if (thing.block) {
      const corners = move(thing.block);
      found.blocks.push({ corners, look: thing.look, tag });
      if (thing.top) found.tops.push(thing.top);
    } else if (thing.round) net(move(figRoundNet(thing.round, thing.radius)), 32);
    else if (thing.net) net(move(thing.net.flat()), thing.net[0].length);
    else {
      const { before, share } = figWeights(t, thing.nets.length);
      const mixed = thing.nets[before].map((ring, n) => ring.map((one, m) => one.map((v, k) => v + share * (thing.nets[before + 1][n][m][k] - v))));
      net(mixed.flat(), mixed[0].length, { worn: true });
    }
  });
  scene.loops.forEach((loop, number) => {
    const person = scene.people.find((one) => one.role === loop.role);
    found.nets.push({ ...figMadeNet(figBand(person, loop), 48, { worn: true }), look: "band", tag: FIG_THINGS + 8 * (scene.things.length + number) });
  });
  return found;
}

// The faces of a block that look towards the eye; walls and floors lie behind everything.
function figPaintBlock(raster, block, eye, blends) {
  const { corners, look, tag } = block, middle = [0, 1, 2].map((k) => corners.reduce((sum, one) => sum + one[k] / 8, 0));
  const far = look === "wall" || look === "floor", faces = [];
  FIG_BLOCK.forEach((face, number) => {
    const [a, b, , d] = face.map((k) => corners[k]), at = [0, 1, 2].map((k) => face.reduce((sum, c) => sum + corners[c][k] / 4, 0));
    let away = figUnit(figCross(figMinus(b, a), figMinus(d, a)));
    if (figDot(away, figMinus(at, middle)) < 0) away = away.map((v) => -v);
    if (figDot(away, eye.axes[2]) <= 0.02) return;
    const lit = -0.35 * figDot(away, eye.axes[0]) + 0.85 * away[1] + 0.4 * figDot(away, eye.axes[2]);
    faces.push({ face, number, dark: 0.05 + 0.26 * Math.min(Math.max(0.5 - 0.5 * lit, 0), 1), top: away[1] > 0.99 });
  });
  for (const { face, number, dark, top } of faces) {
    const v = new Float32Array(20);
    face.forEach((corner, k) => v.set([...figOnPage(eye, corners[corner]), dark, FIG_OUT], 5 * k));
    for (let k = 0; k < 4; k += 1) v[5 * k + 2] += far ? FIG_FAR / 2e3 : -FIG_PRESSED_MM;
    const code = tag + (top ? 6 : number);
    figTriangle(raster, v, 0, 5, 10, code, 99, blends);
    figTriangle(raster, v, 0, 10, 15, code, 99, blends);
  }
}

const figOnPage = ({ axes: [r, u, t], scale, left, top }, at) => [left + scale * figDot(r, at), top - scale * figDot(u, at), figDot(t, at)];

// How near bodies are above each top, square by square of 14 mm: soft shadows.
const FIG_CELL_MM = 14, FIG_NEAR_MM = 230;

function figShadows(tops, people) {
  return tops.map((height) => {
    let [x0, x1, z0, z1] = [Infinity, -Infinity, Infinity, -Infinity];
    const above = [];
    for (const person of people) for (const { places } of person.parts) for (let at = 0; at < places.length; at += 3) {
      const y = places[at + 1] - height;
      if (y < -60 || y > FIG_NEAR_MM) continue;
      const x = places[at], z = places[at + 2];
      above.push(x, y, z);
      if (x < x0) x0 = x;
      if (x > x1) x1 = x;
      if (z < z0) z0 = z;
      if (z > z1) z1 = z;
    }
    if (!above.length) return null;
    const first = [x0, z0].map((v) => Math.floor(v / FIG_CELL_MM) - 4), [wide, long] = [x1, z1].map((v, k) => Math.floor(v / FIG_CELL_MM) - first[k] + 5);
    let cells = new Float32Array(wide * long);
    for (let k = 0; k < above.length; k += 3) {
      const at = (Math.floor(above[k + 2] / FIG_CELL_MM) - first[1]) * wide + Math.floor(above[k] / FIG_CELL_MM) - first[0];
      cells[at] = Math.max(cells[at], Math.min(Math.max(1 - above[k + 1] / FIG_NEAR_MM, 0), 1) ** 2);
    }
    for (let pass = 0; pass < 2; pass += 1) cells = figSoft(cells, wide, long);
    return { height, first, wide, long, cells };
  }).filter(Boolean);
}

function figSoft(cells, wide, long) {
  const soft = new Float32Array(cells.length);
  for (let y = 1; y < long - 1; y += 1) for (let x = 1; x < wide - 1; x += 1) {
    let sum = 0;
    for (let j = -1; j < 2; j += 1) for (let i = -1; i < 2; i += 1) sum += cells[(y + j) * wide + x + i];
    soft[y * wide + x] = sum / 9;
  }
  return soft;
}

function figShadowAt(shadow, x, z) {
  const u = x / FIG_CELL_MM - shadow.first[0] - 0.5, v = z / FIG_CELL_MM - shadow.first[1] - 0.5, i = Math.floor(u), j = Math.floor(v);
  if (i < 0 || j < 0 || i > shadow.wide - 2 || j > shadow.long - 2) return 0;
  const at = j * shadow.wide + i, a = u - i, b = v - j, { cells, wide } = shadow;
  return (1 - b) * ((1 - a) * cells[at] + a * cells[at + 1]) + b * ((1 - a) * cells[at + wide] + a * cells[at + wide + 1]);
}
