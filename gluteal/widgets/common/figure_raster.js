// What is nearest to the eye in each pixel: depth (mm towards the eye), what it is, how dark, how far inside a muscle.
// Parts that grow out of each other are blended where they meet, as in gluteal.drawing.mannequin_layers.

const FIG_FAR = -1e9, FIG_OUT = -24, FIG_HEAD = 1;

function figRaster() {
  const raster = { width: 0, height: 0 };
  raster.size = (width, height) => {
    if (raster.width !== width || raster.height !== height) {
      const n = width * height;
      Object.assign(raster, { width, height, depth: new Float32Array(n), dark: new Float32Array(n), inside: new Float32Array(n), tag: new Int16Array(n), group: new Int16Array(n) });
    }
    raster.depth.fill(FIG_FAR); raster.tag.fill(-1); raster.group.fill(-1);
  };
  return raster;
}

// One triangle; v holds x, y, depth, darkness and inside of all corners, five numbers each; i, j, k are corners.
function figTriangle(raster, v, i, j, k, tag, group, blends) {
  const { width, height, depth, dark, inside } = raster;
  const x0 = v[i], y0 = v[i + 1], x1 = v[j], y1 = v[j + 1], x2 = v[k], y2 = v[k + 1];
  const area = (x1 - x0) * (y2 - y0) - (x2 - x0) * (y1 - y0);
  if (area === 0) return;
  const top = Math.max(Math.ceil(Math.min(y0, y1, y2)), 0), bottom = Math.min(Math.ceil(Math.max(y0, y1, y2)) - 1, height - 1);
  if (top > bottom) return;
  const z0 = v[i + 2], zx = ((v[j + 2] - z0) * (y2 - y0) - (v[k + 2] - z0) * (y1 - y0)) / area, zy = ((v[k + 2] - z0) * (x1 - x0) - (v[j + 2] - z0) * (x2 - x0)) / area;
  const d0 = v[i + 3], dx = ((v[j + 3] - d0) * (y2 - y0) - (v[k + 3] - d0) * (y1 - y0)) / area, dy = ((v[k + 3] - d0) * (x1 - x0) - (v[j + 3] - d0) * (x2 - x0)) / area;
  const f0 = v[i + 4], fx = ((v[j + 4] - f0) * (y2 - y0) - (v[k + 4] - f0) * (y1 - y0)) / area, fy = ((v[k + 4] - f0) * (x1 - x0) - (v[j + 4] - f0) * (x2 - x0)) / area;
  const xs = [x0, x1, x2], ys = [y0, y1, y2];
  for (let row = top; row <= bottom; row += 1) {
    let left = Infinity, right = -Infinity;
    for (let e = 0; e < 3; e += 1) {
      const ya = ys[e], yb = ys[e === 2 ? 0 : e + 1];
      if ((ya <= row) === (yb <= row)) continue;
      const at = xs[e] + ((xs[e === 2 ? 0 : e + 1] - xs[e]) * (row - ya)) / (yb - ya);
      if (at < left) left = at;
      if (at > right) right = at;
    }
    const first = Math.max(Math.ceil(left), 0), last = Math.min(Math.ceil(right) - 1, width - 1);
    for (let column = first; column <= last; column += 1) {
      const at = row * width + column, across = column - x0, down = row - y0, z = z0 + zx * across + zy * down, gap = z - depth[at];
      const wide = raster.group[at] >= 0 && raster.group[at] !== group ? blends[raster.group[at] * 16 + group] : 0;
      if (wide > 0 && gap < wide && gap > -wide) {
        const near = 1 - Math.abs(gap) / wide, share = 0.5 + (0.5 * gap) / wide;
        dark[at] += share * (d0 + dx * across + dy * down - dark[at]);
        const f = f0 + fx * across + fy * down;
        inside[at] = group === FIG_HEAD || raster.group[at] === FIG_HEAD ? (gap > 0 ? f : inside[at]) : Math.max(f, inside[at]);
        if (gap > 0) { raster.tag[at] = tag; raster.group[at] = group; }
        depth[at] = Math.max(z, depth[at]) + (near * near * wide) / 4;
      } else if (gap > 0) {
        depth[at] = z; dark[at] = d0 + dx * across + dy * down; inside[at] = f0 + fx * across + fy * down;
        raster.tag[at] = tag; raster.group[at] = group;
      }
    }
  }
}

// Which parts grow into which, and over how many mm of depth, by number of group.
const FIG_GROUPS = ["trunk", "head", "leg-right", "leg-left", "arm-right", "arm-left", "foot-right", "foot-left", "palm-right", "palm-left", "digits-right", "digits-left", "toes-right", "toes-left", "ear-right", "ear-left"];

function figBlends(pairs) {
  const found = new Float32Array(256);
  for (const [first, second, wide] of pairs) {
    const [a, b] = [FIG_GROUPS.indexOf(first), FIG_GROUPS.indexOf(second)];
    found[a * 16 + b] = found[b * 16 + a] = wide;
  }
  return found;
}

function figGroup(name) {
  const [kind, side] = name.endsWith("-right") ? [name.slice(0, -6), "-right"] : name.endsWith("-left") ? [name.slice(0, -5), "-left"] : [name, ""];
  if (kind === "nose") return FIG_GROUPS.indexOf("head");
  const own = kind.startsWith("toe") ? "toes" : kind.startsWith("finger") || kind === "thumb" ? "digits" : kind;
  return FIG_GROUPS.indexOf(own + side);
}

// A net of places on the page: its triangles that face the eye. tags gives one number for each section and place around.
function figNet(raster, net, eye, light, lift = 0) {
  const { places, normals, around } = net, count = places.length / 3, v = net.page || (net.page = new Float32Array(5 * count));
  const [r, u, t] = eye.axes, { scale, left, top } = eye;
  for (let at = 0; at < count; at += 1) {
    const x = places[3 * at], y = places[3 * at + 1], z = places[3 * at + 2], a = normals[3 * at], b = normals[3 * at + 1], c = normals[3 * at + 2];
    v[5 * at] = left + scale * (r[0] * x + r[1] * y + r[2] * z);
    v[5 * at + 1] = top - scale * (u[0] * x + u[1] * y + u[2] * z);
    v[5 * at + 2] = t[0] * x + t[1] * y + t[2] * z + lift;
    const lit = light[0] * (r[0] * a + r[1] * b + r[2] * c) - light[1] * (u[0] * a + u[1] * b + u[2] * c) + light[2] * (t[0] * a + t[1] * b + t[2] * c);
    v[5 * at + 3] = 0.78 - 0.78 * lit;
    v[5 * at + 4] = net.field ? net.field[at] : FIG_OUT;
  }
  const rows = count / around, turned = net.open ? around - 1 : around;
  for (let n = 0; n < rows - 1; n += 1) for (let m = 0; m < turned; m += 1) {
    const a = 5 * (n * around + m), b = 5 * (n * around + ((m + 1) % around)), c = a + 5 * around, d = b + 5 * around, tag = net.tags[n * around + m];
    if (figFaces(v, a, c, b) * net.sign > 0) figTriangle(raster, v, a, c, b, tag, net.group, net.blends);
    if (figFaces(v, d, b, c) * net.sign > 0) figTriangle(raster, v, d, b, c, tag, net.group, net.blends);
  }
}

const figFaces = (v, i, j, k) => (v[k] - v[i]) * (v[j + 1] - v[i + 1]) - (v[j] - v[i]) * (v[k + 1] - v[i + 1]);
