// Painting zones over a body chart: soft at the edges, because a map of likelihood has no border, growing out of the
// point as the pressure grows, each letter in its colour and texture. Positions are mm in the frame of the chart.

const STAMP_PX_PER_MM = 0.5;
const SOFT_MM = { essential: 7, spillover: 11 };
const SPREAD_MM = 46; // width of the rim within which a growing zone fades in
const STRENGTH = { essential: { wash: 0.6, ink: 0.72 }, spillover: { wash: 0.26, ink: 0.4 } };

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

// The soft shape of one kind of zone, once drawn: a small canvas whose alpha is the likelihood, where it lies, and
// how far it reaches from the point it grows out of.
function zoneStamp(paths, box, origin, softMm) {
  const k = STAMP_PX_PER_MM, wide = Math.ceil(box[2] * k), high = Math.ceil(box[3] * k);
  const canvas = h("canvas", { width: wide, height: high });
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.setTransform(k, 0, 0, k, -box[0] * k, -box[1] * k);
  for (const path of paths) pen.fill(new Path2D(path));
  const image = pen.getImageData(0, 0, wide, high);
  const soft = blurAlpha(Float32Array.from({ length: wide * high }, (_, at) => image.data[4 * at + 3]), wide, high, Math.max(1, Math.round((softMm * k) / 2)));
  let near = Infinity, far = 0;
  soft.forEach((value, at) => {
    image.data[4 * at + 3] = value;
    if (value < 8) return;
    const away = Math.hypot(box[0] + ((at % wide) + 0.5) / k - origin[0], box[1] + (Math.floor(at / wide) + 0.5) / k - origin[1]);
    near = Math.min(near, away);
    far = Math.max(far, away);
  });
  pen.putImageData(image, 0, 0);
  return { canvas, near, far, origin };
}

// chart: a record { view, box, midline, outline }. Returns { size, paint }.
function zonePainter(canvas, chart, mirrored) {
  const [left, top, wide, high] = chart.box;
  const outline = new Path2D(chart.outline);
  const pen = canvas.getContext("2d");
  const sheets = { one: h("canvas"), two: h("canvas"), mix: h("canvas") };
  const pens = Object.fromEntries(Object.entries(sheets).map(([key, sheet]) => [key, sheet.getContext("2d")]));
  const stamps = new Map();
  let scale = 1, ratio = 1;

  function size(widthPx) {
    ratio = Math.min(2, window.devicePixelRatio || 1);
    const next = [Math.max(1, Math.round(widthPx * ratio)), Math.max(1, Math.round((widthPx * ratio * high) / wide))];
    for (const sheet of [canvas, ...Object.values(sheets)]) [sheet.width, sheet.height] = next;
    scale = next[0] / wide;
  }

  // Zones of a view grow out of the point; where a view does not show it, out of what lies nearest to its level.
  function originOf(view, level) {
    if (view.point) return view.point;
    const [x, y] = view.label ?? [left + wide / 2, top + high / 2];
    return [x, Math.min(y, level ?? y)];
  }

  function stampOf(layer, kind) {
    const key = `${layer.id} ${kind}`;
    if (!stamps.has(key)) {
      const paths = layer.view.zones.filter((zone) => zone.kind === kind).map((zone) => zone.path);
      stamps.set(key, paths.length ? zoneStamp(paths, chart.box, originOf(layer.view, layer.level), SOFT_MM[kind]) : null);
    }
    return stamps.get(key);
  }

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

  const everywhere = (on) => on.fillRect(left - wide, top - high, 3 * wide, 3 * high);

  // The part of a soft zone that a share of the growth has reached, added to a sheet.
  function addZone(on, layer, kind, side, strength) {
    const stamp = stampOf(layer, kind), share = layer.reveal[kind];
    if (!stamp || share <= 0) return;
    const sheet = pens.mix;
    wipe(sheet);
    frame(sheet, side);
    sheet.drawImage(stamp.canvas, left, top, wide, high);
    if (share < 1) {
      const reach = stamp.near + share * (stamp.far - stamp.near + SPREAD_MM);
      const fade = sheet.createRadialGradient(...stamp.origin, Math.max(0, reach - SPREAD_MM), ...stamp.origin, Math.max(1, reach));
      fade.addColorStop(0, "#000");
      fade.addColorStop(1, "#0000");
      sheet.globalCompositeOperation = "destination-in";
      sheet.fillStyle = fade;
      everywhere(sheet);
    }
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.globalAlpha = strength;
    on.drawImage(sheets.mix, 0, 0);
  }

  // Give what is on a sheet a colour or a texture and put it on the chart.
  function put(sheet, style, strength, how = "source-over") {
    const on = pens[sheet];
    on.setTransform(1, 0, 0, 1, 0, 0);
    on.globalAlpha = 1;
    on.globalCompositeOperation = "source-in";
    on.fillStyle = style;
    on.fillRect(0, 0, canvas.width, canvas.height);
    on.globalCompositeOperation = "source-over";
    pen.setTransform(1, 0, 0, 1, 0, 0);
    pen.globalAlpha = strength;
    pen.globalCompositeOperation = how;
    pen.drawImage(sheets[sheet], 0, 0);
    pen.globalCompositeOperation = "source-over";
  }

  const inkOf = (look) => pen.createPattern(textureTile(look.texture, look.ink, ratio), "repeat");

  function paintLayer(layer, sides) {
    for (const kind of ["spillover", "essential"]) {
      if (layer.reveal[kind] <= 0 || !stampOf(layer, kind)) continue;
      for (const [style, strength] of [[layer.look.wash, STRENGTH[kind].wash], [inkOf(layer.look), STRENGTH[kind].ink]]) {
        wipe(pens.one);
        for (const side of sides) addZone(pens.one, layer, kind, side, 1);
        put("one", style, strength, "multiply");
      }
    }
  }

  // Where it hurts under the finger.
  function paintTenderness(layer, side) {
    const at = layer.view.point, share = layer.reveal.tenderness;
    if (!at || share <= 0) return;
    frame(pen, side);
    const radius = 6 + 11 * share;
    const glow = pen.createRadialGradient(...at, 0, ...at, radius);
    glow.addColorStop(0, layer.look.ink);
    glow.addColorStop(0.45, `${layer.look.ink}b0`);
    glow.addColorStop(1, `${layer.look.ink}00`);
    pen.globalAlpha = 0.85 * share;
    pen.fillStyle = glow;
    pen.fillRect(at[0] - radius, at[1] - radius, 2 * radius, 2 * radius);
  }

  // A weakly sourced zone has a broken line for a border.
  function paintDashes(layer, side) {
    frame(pen, side);
    pen.strokeStyle = layer.look.ink;
    pen.lineWidth = 1.6 / scale * ratio;
    pen.setLineDash([6, 4].map((px) => (px / scale) * ratio));
    for (const zone of layer.view.zones) {
      pen.globalAlpha = 0.9 * Math.max(0, 2 * layer.reveal[zone.kind] - 1);
      if (pen.globalAlpha > 0) pen.stroke(new Path2D(zone.path));
    }
    pen.setLineDash([]);
  }

  // What only one of two reaches, and what both do.
  function paintDifference([one, two], sides, both) {
    const fill = (sheet, layer) => {
      wipe(pens[sheet]);
      for (const side of sides) addZone(pens[sheet], layer, "spillover", side, 0.75);
      for (const side of sides) addZone(pens[sheet], layer, "essential", side, 1);
    };
    const part = (how, [keep, other], look, strength) => {
      for (const [style, weight] of [[look.wash, 0.85], [inkOf(look), 1]]) {
        fill("one", keep);
        fill("two", other);
        pens.one.setTransform(1, 0, 0, 1, 0, 0);
        pens.one.globalAlpha = 1;
        pens.one.globalCompositeOperation = how;
        pens.one.drawImage(sheets.two, 0, 0);
        put("one", style, strength * weight, "multiply");
      }
    };
    part("destination-out", [one, two], one.look, 0.62);
    part("destination-out", [two, one], two.look, 0.62);
    part("destination-in", [one, two], both, 0.62);
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
    pen.globalAlpha = 1;
  }

  return { size, paint };
}
