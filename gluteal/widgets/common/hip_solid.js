// Solids of bone painted into a canvas: triangles with depth, stepped tones as in the plates, an edge, form lines.

const HIP_LIGHT = [-0.5, 0.62, 0.6]; // from the upper left, in front of the picture

function hipUnpackSolid(solid) {
  let sum = 0;
  const points = Float32Array.from(solid.points, (value) => value / 10);
  const triangles = Uint16Array.from(solid.triangles, (step) => (sum += step));
  return { points, triangles, normals: hipNormals(points, triangles), courses: solid.courses };
}

function hipNormals(points, triangles) {
  const normals = new Float32Array(points.length);
  const corner = (at) => [points[3 * at], points[3 * at + 1], points[3 * at + 2]];
  for (let t = 0; t < triangles.length; t += 3) {
    const [a, b, c] = [0, 1, 2].map((k) => corner(triangles[t + k]));
    const face = hipCross(b.map((value, k) => value - a[k]), c.map((value, k) => value - a[k]));
    for (let k = 0; k < 3; k += 1) for (let axis = 0; axis < 3; axis += 1) normals[3 * triangles[t + k] + axis] += face[axis];
  }
  for (let at = 0; at < normals.length; at += 3) {
    const size = Math.hypot(normals[at], normals[at + 1], normals[at + 2]) || 1;
    for (let axis = 0; axis < 3; axis += 1) normals[at + axis] /= size;
  }
  return normals;
}

const hipColour = (hex) => 0xff000000 | (parseInt(hex.slice(5, 7), 16) << 16) | (parseInt(hex.slice(3, 5), 16) << 8) | parseInt(hex.slice(1, 3), 16);

// A canvas that keeps for each pixel how near the bone is (mm towards the eye).
function hipRaster(colours) {
  const canvas = h("canvas", { "aria-hidden": "true" }), context = canvas.getContext("2d");
  const tones = colours.tones.map(hipColour), edge = hipColour(colours.edge);
  const places = new Map(); // of each solid: x, y, depth, tone of each point
  let image = null, pixels = null, depth = null, dirty = null;

  function size(width, height) {
    if (canvas.width === width && canvas.height === height && image) return;
    Object.assign(canvas, { width, height });
    image = context.createImageData(width, height);
    pixels = new Uint32Array(image.data.buffer);
    depth = new Float32Array(width * height);
    dirty = { x0: 0, y0: 0, x1: width, y1: height };
    wipe();
  }

  function wipe() {
    for (let y = dirty.y0; y < dirty.y1; y += 1) {
      const row = y * canvas.width;
      pixels.fill(0, row + dirty.x0, row + dirty.x1);
      depth.fill(-1e9, row + dirty.x0, row + dirty.x1);
    }
  }

  // parts: [{ solid, turn, move }]; toPixel: mm of the picture -> pixels; eye: 3 rows right, up, towards the eye.
  function paint(parts, eye, box) {
    const scale = canvas.width / box[2], before = { ...dirty };
    wipe();
    dirty = { x0: canvas.width, y0: canvas.height, x1: 0, y1: 0 };
    for (const part of parts) fill(part.solid, project(part, eye, box, scale));
    grow(2);
    outline();
    const all = { x0: Math.min(before.x0, dirty.x0), y0: Math.min(before.y0, dirty.y0), x1: Math.max(before.x1, dirty.x1), y1: Math.max(before.y1, dirty.y1) };
    if (all.x1 > all.x0 && all.y1 > all.y0) context.putImageData(image, 0, 0, all.x0, all.y0, all.x1 - all.x0, all.y1 - all.y0);
  }

  function grow(by) {
    dirty = { x0: Math.max(0, dirty.x0 - by), y0: Math.max(0, dirty.y0 - by), x1: Math.min(canvas.width, dirty.x1 + by), y1: Math.min(canvas.height, dirty.y1 + by) };
  }

  function project({ solid, turn, move }, eye, box, scale) {
    const count = solid.points.length / 3, { points, normals } = solid;
    if (!places.has(solid)) places.set(solid, new Float32Array(count * 4));
    const out = places.get(solid), m = [0, 1, 2].map((row) => [0, 1, 2].map((column) => eye[row][0] * turn[0][column] + eye[row][1] * turn[1][column] + eye[row][2] * turn[2][column]));
    const shift = hipTurn(eye, move ?? [0, 0, 0]), light = HIP_LIGHT.map((value) => value / hipSize(HIP_LIGHT));
    const [[a, b, c], [d, e, f], [g, i, j]] = m, l = [0, 1, 2].map((k) => light[0] * m[0][k] + light[1] * m[1][k] + light[2] * m[2][k]);
    for (let at = 0; at < count; at += 1) {
      const x = points[3 * at], y = points[3 * at + 1], z = points[3 * at + 2];
      out[4 * at] = (a * x + b * y + c * z + shift[0] - box[0]) * scale;
      out[4 * at + 1] = (-(d * x + e * y + f * z + shift[1]) - box[1]) * scale;
      out[4 * at + 2] = g * x + i * y + j * z + shift[2];
      out[4 * at + 3] = l[0] * normals[3 * at] + l[1] * normals[3 * at + 1] + l[2] * normals[3 * at + 2];
    }
    return out;
  }

  function fill({ triangles }, p) {
    const { width, height } = canvas, last = tones.length - 1;
    for (let t = 0; t < triangles.length; t += 3) {
      const a = 4 * triangles[t], b = 4 * triangles[t + 1], c = 4 * triangles[t + 2];
      const ax = p[a], ay = p[a + 1], bx = p[b], by = p[b + 1], cx = p[c], cy = p[c + 1];
      const area = (bx - ax) * (cy - ay) - (by - ay) * (cx - ax);
      if (area >= 0) continue; // its back
      const x0 = Math.max(0, Math.ceil(Math.min(ax, bx, cx) - 0.5)), x1 = Math.min(width - 1, Math.floor(Math.max(ax, bx, cx) - 0.5));
      const y0 = Math.max(0, Math.ceil(Math.min(ay, by, cy) - 0.5)), y1 = Math.min(height - 1, Math.floor(Math.max(ay, by, cy) - 0.5));
      if (x0 > x1 || y0 > y1) continue;
      if (x0 < dirty.x0) dirty.x0 = x0;
      if (y0 < dirty.y0) dirty.y0 = y0;
      if (x1 >= dirty.x1) dirty.x1 = x1 + 1;
      if (y1 >= dirty.y1) dirty.y1 = y1 + 1;
      for (let y = y0; y <= y1; y += 1) {
        for (let x = x0; x <= x1; x += 1) {
          const px = x + 0.5, py = y + 0.5;
          const u = ((bx - px) * (cy - py) - (by - py) * (cx - px)) / area, v = ((cx - px) * (ay - py) - (cy - py) * (ax - px)) / area, w = 1 - u - v;
          if (u < -1e-4 || v < -1e-4 || w < -1e-4) continue;
          const z = u * p[a + 2] + v * p[b + 2] + w * p[c + 2], at = y * width + x;
          if (z <= depth[at]) continue;
          depth[at] = z;
          const lit = u * p[a + 3] + v * p[b + 3] + w * p[c + 3];
          pixels[at] = tones[Math.max(0, Math.min(last, Math.round((0.93 - lit) * 0.72 * last)))];
        }
      }
    }
  }

  // The edge: where bone ends, or where something nearer by more than a little begins.
  function outline() {
    const { width } = canvas, marks = [];
    for (let y = Math.max(1, dirty.y0); y < Math.min(canvas.height - 1, dirty.y1); y += 1) {
      for (let x = Math.max(1, dirty.x0); x < Math.min(width - 1, dirty.x1); x += 1) {
        const at = y * width + x, near = depth[at];
        if (near < -1e8) continue;
        if (near - depth[at - 1] > 5 || near - depth[at + 1] > 5 || near - depth[at - width] > 5 || near - depth[at + width] > 5) marks.push(at);
      }
    }
    for (const at of marks) pixels[at] = edge;
  }

  // How near the bone is at a place of the picture, mm; far away where there is none.
  function depthAt(x, y, box) {
    const scale = canvas.width / box[2], column = Math.floor((x - box[0]) * scale), row = Math.floor((y - box[1]) * scale);
    return column < 0 || row < 0 || column >= canvas.width || row >= canvas.height ? -1e9 : depth[row * canvas.width + column];
  }

  function strokes(lines, box) {
    const scale = canvas.width / box[2];
    context.strokeStyle = colours.form;
    context.lineWidth = Math.max(1, 0.75 * scale);
    context.lineCap = "round";
    context.beginPath();
    for (const line of lines) {
      let on = false;
      for (const [x, y, z] of line) {
        const seen = z > depthAt(x, y, box) - 1.6, place = [(x - box[0]) * scale, (y - box[1]) * scale];
        if (seen && on) context.lineTo(...place);
        else if (seen) context.moveTo(...place);
        on = seen;
      }
    }
    context.stroke();
  }

  return { canvas, size, paint, depthAt, strokes };
}
