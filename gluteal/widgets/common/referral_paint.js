// Painting zones over a body chart: soft at the edges, because a map of likelihood has no border, growing out of the
// point as the pressure grows, each letter in its colour and texture. Positions are mm in the frame of the chart.

const STAMP_PX_PER_MM = 0.5;
const SOFT_MM = { essential: 7, spillover: 11 };
const HEART_MM = 12; // a zone is likeliest in its middle
const SPREAD_MM = 46; // width of the rim within which a growing zone fades in
const DIFFERENCE_STRENGTH = { wash: 0.55, ink: 0.75 };
const STRENGTH = { essential: { wash: 0.74, ink: 0.9 }, spillover: { wash: 0.3, ink: 0.46 } };

// Three passes of a box blur along rows, then along columns: near enough to a Gaussian, on a small picture.
function blurAlpha(alpha, wide, high, radius) {
  let from = alpha, to = new Float32Array(alpha.length);
  const pass = (count, length, step, stride) => {
    const weight = 1 / (2 * radius + 1);
    for (let line = 0; line < count; line += 1) {
      const start = line * stride;
      let sum = 0;
      for (let at = -radius; at < length + radius; at += 1) {
        if (at + radius < length) sum += from[start + (at + radius) * step];
        if (at - radius - 1 >= 0) sum -= from[start + (at - radius - 1) * step];
        if (at >= 0 && at < length) to[start + at * step] = sum * weight;
      }
    }
    [from, to] = [to, from];
  };
  for (let turn = 0; turn < 2; turn += 1) {
    pass(high, wide, 1, wide);
    pass(wide, high, wide, 1);
  }
  return from;
}

// The soft shape of one kind of zone, drawn once: a small canvas whose alpha is the likelihood, the rectangle in which
// it has any (mm), and how far it reaches from the point it grows out of.
function zoneStamp(paths, box, origin, softMm) {
  const k = STAMP_PX_PER_MM, wide = Math.ceil(box[2] * k), high = Math.ceil(box[3] * k);
  const canvas = h("canvas", { width: wide, height: high });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.setTransform(k, 0, 0, k, -box[0] * k, -box[1] * k);
  for (const path of paths) pen.fill(new Path2D(path));
  const image = pen.getImageData(0, 0, wide, high);
  const hard = Float32Array.from({ length: wide * high }, (_, at) => image.data[4 * at + 3]);
  const rim = blurAlpha(hard.slice(), wide, high, Math.max(1, Math.round((softMm * k) / 2)));
  const heart = blurAlpha(hard, wide, high, Math.round(HEART_MM * k));
  let near = Infinity, far = 0, west = wide, north = high, east = 0, south = 0;
  rim.forEach((value, at) => {
    const soft = value * (0.62 + (0.38 * heart[at]) / 255);
    image.data[4 * at + 3] = soft;
    if (soft < 1) return;
    const column = at % wide, row = Math.floor(at / wide);
    [west, east, north, south] = [Math.min(west, column), Math.max(east, column + 1), Math.min(north, row), Math.max(south, row + 1)];
    if (soft < 8) return;
    const away = Math.hypot(box[0] + (column + 0.5) / k - origin[0], box[1] + (row + 0.5) / k - origin[1]);
    near = Math.min(near, away);
    far = Math.max(far, away);
  });
  pen.putImageData(image, 0, 0);
  const size = [Math.max(1, east - west), Math.max(1, south - north)];
  return { canvas, near, far, origin, from: [west, north, ...size], to: [box[0] + west / k, box[1] + north / k, size[0] / k, size[1] / k] };
}

// chart: a record { view, box, midline, outline }. Returns { size, paint }.
function zonePainter(canvas, chart, mirrored) {
  const [left, top, wide, high] = chart.box;
  const outline = new Path2D(chart.outline);
  const pen = canvas.getContext("2d");
  const sheets = { one: h("canvas"), two: h("canvas") };
  const pens = Object.fromEntries(Object.entries(sheets).map(([key, sheet]) => [key, sheet.getContext("2d")]));
  const stamps = new Map(), lines = new Map();
  let scale = 1, ratio = 1;

  function size(widthPx) {
    ratio = Math.min(2, window.devicePixelRatio || 1);
    const next = [Math.max(1, Math.round(widthPx * ratio)), Math.max(1, Math.round((widthPx * ratio * high) / wide))];
    if (next[0] === canvas.width && next[1] === canvas.height) return;
    for (const sheet of [canvas, ...Object.values(sheets)]) [sheet.width, sheet.height] = next;
    scale = next[0] / wide;
  }

  // Zones of a view grow out of the point; where a view does not show it, out of what lies nearest to its level.
  function originOf(view, level) {
    if (view.point) return view.point;
    const [x, y] = view.labels[0] ?? [left + wide / 2, top + high / 2];
    return [x, Math.min(y, level ?? y)];
  }

  function stampOf(layer, kind) {
    const key = `${layer.id} ${kind}`;
    if (!stamps.has(key)) {
      const zones = layer.view.zones.filter((zone) => zone.kind === kind);
      const stamp = zones.length ? zoneStamp(zones.map((zone) => zone.path), chart.box, originOf(layer.view, layer.level), SOFT_MM[kind]) : null;
      stamps.set(key, stamp && { ...stamp, both: zones.every((zone) => zone.both) });
    }
    return stamps.get(key);
  }

  const lineOf = (path) => lines.get(path) ?? lines.set(path, new Path2D(path)).get(path);

  // Frame: millimetres of the chart; left = the other side of the body, or the mirrored chart.
  function frame(on, side) {
    const flip = mirrored ? left + wide / 2 : side === "left" && chart.midline !== null ? chart.midline : null;
    if (flip === null) on.setTransform(scale, 0, 0, scale, -left * scale, -top * scale);
    else on.setTransform(-scale, 0, 0, scale, (2 * flip - left) * scale, -top * scale);
  }

  function wipe(on) {
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.globalCompositeOperation = "source-over";
    on.globalAlpha = 1;
    on.clearRect(0, 0, on.canvas.width, on.canvas.height);
  }

  // The part of a soft zone that the growth has reached, alone on a sheet. Only the zone's own rectangle is touched.
  function drawZone(on, stamp, share, side) {
    frame(on, side);
    on.globalAlpha = 1;
    on.globalCompositeOperation = "source-over";
    on.clearRect(...stamp.to);
    on.drawImage(stamp.canvas, ...stamp.from, ...stamp.to);
    if (share >= 1) return;
    const reach = stamp.near + share * (stamp.far - stamp.near + SPREAD_MM);
    const fade = on.createRadialGradient(...stamp.origin, Math.max(0, reach - SPREAD_MM), ...stamp.origin, Math.max(1, reach));
    fade.addColorStop(0, "#000");
    fade.addColorStop(1, "#0000");
    on.globalCompositeOperation = "destination-in";
    on.fillStyle = fade;
    on.fillRect(...stamp.to);
  }

  // The rectangle of a zone in pixels of the canvas.
  function pixels([x, y, width, height], side) {
    const flip = mirrored ? left + wide / 2 : side === "left" && chart.midline !== null ? chart.midline : null;
    const from = [Math.floor(((flip === null ? x : 2 * flip - x - width) - left) * scale) - 1, Math.floor((y - top) * scale) - 1];
    return [...from, Math.ceil(width * scale) + 3, Math.ceil(height * scale) + 3];
  }

  const tileOf = (on, look, strength) => on.createPattern(textureTile(look, strength, ratio), "repeat");

  // Give what lies on a sheet a colour and a texture and put it on the chart.
  function put(sheet, style, rect) {
    const on = pens[sheet];
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.globalAlpha = 1;
    on.globalCompositeOperation = "source-in";
    on.save();
    on.beginPath();
    on.rect(...rect);
    on.clip();
    on.fillStyle = style;
    on.fillRect(...rect);
    on.restore();
    pen.save();
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = 1;
    pen.globalCompositeOperation = "multiply";
    pen.drawImage(sheets[sheet], ...rect, ...rect);
    pen.restore();
  }

  function paintLayer(layer, sides) {
    for (const kind of ["spillover", "essential"]) {
      const stamp = stampOf(layer, kind);
      if (layer.reveal[kind] <= 0 || !stamp) continue;
      for (const side of stamp.both ? sides.slice(0, 1) : sides) {
        drawZone(pens.one, stamp, layer.reveal[kind], side);
        put("one", tileOf(pens.one, layer.look, STRENGTH[kind]), pixels(stamp.to, side));
      }
    }
  }

  // Where it hurts under the finger.
  function paintTenderness(layer, side) {
    const at = layer.view.point, share = layer.reveal.tenderness;
    if (!at || share <= 0) return;
    frame(pen, side);
    const radius = Math.max(10 + 14 * share, (17 * share * ratio) / scale); // also to be seen on a small chart
    const glow = pen.createRadialGradient(...at, 0, ...at, radius);
    glow.addColorStop(0, layer.look.ink);
    glow.addColorStop(0.45, `${layer.look.ink}b0`);
    glow.addColorStop(1, `${layer.look.ink}00`);
    pen.globalAlpha = share * (0.8 - 0.4 * layer.reveal.essential); // the eye goes to the zone
    pen.fillStyle = glow;
    pen.fillRect(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
  }

  // A weakly sourced zone has a broken line for a border.
  function paintDashes(layer, side) {
    frame(pen, side);
    pen.strokeStyle = layer.look.ink;
    pen.lineWidth = (1.6 / scale) * ratio;
    pen.setLineDash([6, 4].map((px) => (px / scale) * ratio));
    for (const zone of layer.view.zones) {
      pen.globalAlpha = 0.9 * Math.max(0, 2 * layer.reveal[zone.kind] - 1);
      if (pen.globalAlpha > 0) pen.stroke(lineOf(zone.path));
    }
    pen.setLineDash([]);
  }

  // What only one of two reaches, and what both do.
  function paintDifference(layers, sides, both) {
    const whole = [0, 0, canvas.width, canvas.height];
    const fill = (on, layer) => {
      wipe(on);
      for (const kind of ["spillover", "essential"]) {
        const stamp = stampOf(layer, kind), share = layer.reveal[kind];
        for (const side of stamp && share > 0 ? sides : []) addZone(on, stamp, share, side, kind === "essential" ? 1 : 0.8);
      }
    };
    const part = (how, [keep, other], look) => {
      fill(pens.one, keep);
      fill(pens.two, other);
      pens.one.setTransform(1, 0, 0, 1, 0, 0);
      pens.one.globalCompositeOperation = how;
      pens.one.globalAlpha = 1;
      pens.one.drawImage(sheets.two, 0, 0);
      put("one", tileOf(pens.one, look, DIFFERENCE_STRENGTH), whole);
    };
    part("destination-out", layers, layers[0].look);
    part("destination-out", layers.toReversed(), layers[1].look);
    part("destination-in", layers, both);
  }

  // As drawZone, but over what the sheet holds: without the rim that sweeps across, the share fades the whole zone in.
  function addZone(on, stamp, share, side, strength) {
    frame(on, side);
    on.globalCompositeOperation = "source-over";
    on.globalAlpha = strength * share;
    on.drawImage(stamp.canvas, ...stamp.from, ...stamp.to);
  }

  // layers: [{ id, look, view, level, dashed, reveal: { tenderness, essential, spillover } }]; both: the look of what
  // two share, in the difference view only.
  function paint(layers, sides, both = null) {
    wipe(pen);
    pen.save();
    frame(pen, "right");
    pen.clip(outline);
    if (both && layers.length === 2) paintDifference(layers, sides, both);
    else layers.forEach((layer) => paintLayer(layer, sides));
    for (const side of sides) {
      layers.filter((layer) => layer.dashed).forEach((layer) => paintDashes(layer, side));
      layers.forEach((layer) => paintTenderness(layer, side));
    }
    pen.restore();
  }

  return { size, paint };
}
