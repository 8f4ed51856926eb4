// From what is nearest to the eye to a picture: coverings, a muscle under the skin, tones of light, lines, soft shadows.
// Colours and steps of tone are those of gluteal.drawing.mannequin_ink.

const figRgb = (hex) => [1, 3, 5].map((k) => parseInt(hex.slice(k, k + 2), 16));
const FIG_SHADE_OF_THINGS = [74, 63, 54];

// How much of the colour of shade (or of white) lies on each of 256 steps of darkness; every step has a soft edge.
function figTones(steps, sign) {
  return Float32Array.from({ length: 256 }, (_, k) => {
    const dark = k / 255, soft = (level) => Math.min(Math.max((sign * (dark - level)) / 0.034 + 0.5, 0), 1);
    return 1 - steps.reduce((left, [level, opacity]) => left * (1 - opacity * soft(level)), 1);
  });
}

function figLooks(art) {
  const people = Object.fromEntries(Object.entries(art.palettes).map(([role, one]) => [role, {
    coverings: art.coverings.map((name) => figRgb(one.coverings[name] || one.coverings.skin)), shade: figRgb(one.shade), line: figRgb(one.line),
  }]));
  const things = Object.fromEntries(Object.entries(art.looks).map(([look, pair]) => [look, pair.map(figRgb)]));
  return { people, things, hair: art.coverings.indexOf("hair"), head: art.drawn.indexOf("head"), shade: figTones(art.shade, 1), shine: figTones(art.shine, -1) };
}

// Sums of depth, of darkness and of squares covered by people, up to each pixel: for hollows, and to soften tones.
function figSums(raster) {
  const { width, height, depth, dark, tag } = raster, wide = width + 1, n = wide * (height + 1);
  const sums = raster.sums && raster.sums.depth.length === n ? raster.sums : (raster.sums = { depth: new Float64Array(n), dark: new Float64Array(n), count: new Int32Array(n) });
  for (let y = 1; y <= height; y += 1) {
    let far = 0, shade = 0, count = 0;
    for (let x = 1; x <= width; x += 1) {
      const at = (y - 1) * width + x - 1, to = y * wide + x;
      if (tag[at] >= 0 && tag[at] < FIG_THINGS) { far += depth[at]; shade += dark[at]; count += 1; }
      sums.depth[to] = sums.depth[to - wide] + far; sums.dark[to] = sums.dark[to - wide] + shade; sums.count[to] = sums.count[to - wide] + count;
    }
  }
  return sums;
}

// The mean of what is summed over a square round a pixel.
function figMean(sums, values, width, height, x, y, reach) {
  const wide = width + 1, x0 = Math.max(x - reach, 0), x1 = Math.min(x + reach + 1, width), y0 = Math.max(y - reach, 0) * wide, y1 = Math.min(y + reach + 1, height) * wide, { count } = sums;
  return (values[y1 + x1] - values[y0 + x1] - values[y1 + x0] + values[y0 + x0]) / (count[y1 + x1] - count[y0 + x1] - count[y1 + x0] + count[y0 + x0]);
}

const figHollow = (around, own) => Math.min(Math.max((around - own) / 130, 0), 0.55);

// How strongly a line is drawn in a pixel: 1 where what is seen ends before something that lies farther back.
function figLine(raster, at, x, y, reach, step) {
  const { width, height, depth, tag, group, blends } = raster, own = tag[at], near = depth[at], thing = own >= FIG_THINGS;
  const least = 9 + 2.2 * step, deep = 30 + 3 * step;
  for (let k = 1; k <= reach; k += 1) for (let way = 0; way < 4; way += 1) {
    const i = way === 0 ? x + k : way === 1 ? x - k : x, j = way === 2 ? y + k : way === 3 ? y - k : y;
    if (i < 0 || j < 0 || i >= width || j >= height) continue;
    const other = j * width + i;
    if (tag[other] === own) { if (!thing && near - depth[other] > deep * k) return 1; continue; }
    if (tag[other] < 0) return 1;
    if (thing) { if (tag[other] >= FIG_THINGS && near >= depth[other] - 0.5) return 0.8; continue; }
    if (tag[other] >= FIG_THINGS && near > depth[other]) return 1;
    const same = Math.floor(tag[other] / 10) === Math.floor(own / 10) || blends[16 * group[at] + group[other]] > 0;
    if (near - depth[other] > (same ? deep : least) * k) return 1;
  }
  return 0;
}

// The pixels that show a person, a thing or its neighbourhood; the rest can only hold a shadow.
function figPaint(raster, pixels, eye, looks, scene, things, shadows) {
  const { width, height, tag } = raster, sums = figSums(raster);
  const paper = { pixels, raster, sums, lines: Math.max(1, Math.round(2.6 * eye.scale)), step: 1 / eye.scale, hollow: Math.max(1, Math.round(34 * eye.scale)), soft: Math.round(13 * eye.scale) };
  const people = scene.people.map((one) => looks.people[one.role]), colours = new Map(things.map((one) => [one.tag, looks.things[one.look]]));
  const floor = eye.axes[2][1] > 0.06 ? figShaded(eye, shadows.filter((one) => one.height === 0)) : null, tops = figShaded(eye, shadows);
  const muscle = scene.target;
  for (let y = 0, at = 0; y < height; y += 1) for (let x = 0; x < width; x += 1, at += 1) {
    const own = tag[at];
    if (own < 0) { if (floor) figGround(pixels, 4 * at, floor(x, y, null)); }
    else if (own >= FIG_THINGS) figThingPixel(paper, at, x, y, own, colours.get(own - (own % 8)), tops);
    else figSkinPixel(paper, at, x, y, own, people[Math.floor(own / 1000)], looks, muscle);
  }
}

function figThingPixel({ pixels, raster, lines, step }, at, x, y, own, [fill, line], tops) {
  const top = own % 8 === 6 ? tops(x, y, raster.depth[at] + FIG_PRESSED_MM) : 0, share = 1 - (1 - raster.dark[at]) * (1 - top), drawn = figLine(raster, at, x, y, lines, step), o = 4 * at;
  for (let k = 0; k < 3; k += 1) {
    const shaded = fill[k] + share * (FIG_SHADE_OF_THINGS[k] - fill[k]);
    pixels[o + k] = shaded + drawn * (line[k] - shaded);
  }
  pixels[o + 3] = 255;
}

function figSkinPixel({ pixels, raster, sums, lines, step, hollow, soft }, at, x, y, own, who, looks, muscle) {
  const { width, height, depth, inside } = raster, o = 4 * at, onHead = Math.floor((own % 1000) / 10) === looks.head, far = inside[at];
  const cover = who.coverings[onHead && far > 0 ? looks.hair : own % 10], marked = muscle && !onHead && far > -6;
  const darkness = figMean(sums, sums.dark, width, height, x, y, soft) + figHollow(figMean(sums, sums.depth, width, height, x, y, hollow), depth[at]);
  const tone = Math.round(255 * Math.min(Math.max(darkness, 0), 1)), shine = looks.shine[tone], shade = looks.shade[tone], drawn = figLine(raster, at, x, y, lines, step);
  for (let k = 0; k < 3; k += 1) {
    let colour = marked ? figMarked(cover[k], far, muscle, k) : cover[k];
    colour += shine * (255 - colour);
    colour += shade * (who.shade[k] - colour);
    pixels[o + k] = colour + drawn * (who.line[k] - colour);
  }
  pixels[o + 3] = 255;
}

// The colour of skin at a distance inside a muscle: a pale rim, a line, the muscle's own hue.
const FIG_RIM = [255, 248, 234];

function figMarked(skin, far, muscle, k) {
  const rim = Math.min(Math.max((far + 5.5) / 1.5, 0), 1), within = Math.min(Math.max((far + 0.8) / 1.6, 0), 1), edge = Math.max(1 - Math.abs(far) / 2, 0);
  const pale = skin + rim * (FIG_RIM[k] - skin), filled = pale + within * (muscle.colour[k] - pale);
  return filled + 0.9 * edge * (muscle.line[k] - filled);
}

// The floor itself is not drawn; only the shadow on it.
function figGround(pixels, o, shade) {
  if (shade < 0.004) return;
  for (let k = 0; k < 3; k += 1) pixels[o + k] = FIG_SHADE_OF_THINGS[k];
  pixels[o + 3] = 255 * shade;
}

// A function that gives the shade on a level top, or (without depth) on the floor, in a pixel.
function figShaded({ axes: [r, u, t], scale, left, top }, shadows) {
  return (x, y, depth) => {
    const across = (x - left) / scale, up = (top - y) / scale, towards = depth === null ? -(u[1] * up) / t[1] : depth, height = depth === null ? 0 : u[1] * up + t[1] * towards;
    for (const shadow of shadows) if (Math.abs(shadow.height - height) < 6)
      return 0.42 * figShadowAt(shadow, r[0] * across + u[0] * up + t[0] * towards, r[2] * across + u[2] * up + t[2] * towards);
    return 0;
  };
}
