// The figure of the exercises in three dimensions: scenes from the art, and views that paint them on a canvas.
//
// const stage = await figureStage(artModel) ; stage.ids ; stage.scene("bridge", "end") ; stage.views("bridge")
// const view = stage.view(canvas) ; view.draw(scene, 0..1, azimuthDeg, elevationDeg, { target: "piriformis", still: true })
// view.picture(scene, t, azimuthDeg, elevationDeg, widthPx, heightPx, { target }) → PNG as a data URL

const FIG_COARSEST = 0.75, FIG_FINEST = 2, FIG_BUDGET_MS = 14;

async function figureStage(model) {
  const told = JSON.parse(await unpackText(model.get("packed")));
  if (told.format !== 1) throw new Error("The figure comes from another edition of the lessons. Run the lesson's cells once.");
  const art = told.figure, looks = figLooks(art), blends = figBlends(art.blends), scenes = new Map();
  const scene = (id, way) => {
    const key = `${id} ${way}`;
    if (!scenes.has(key)) scenes.set(key, figScene(art, told.scenes[id][way], blends));
    const found = scenes.get(key);
    found.both ||= ["end", "error"].map((other) => (other === way ? found : figScene(art, told.scenes[id][other], blends))).flatMap((one) => one.extent);
    return found;
  };
  return { ids: Object.keys(told.scenes), scene, views: (id) => told.views[id], view: (canvas) => figView(canvas, art, looks, blends) };
}

// A movement that can be posed at any moment.
function figScene(art, told, blends) {
  const people = told.people.map((one, number) => {
    const person = figPerson(art, one);
    for (const part of person.parts) Object.assign(part, { tags: figTags(art, part, one.clothing, number), group: figGroup(part.name), blends, field: part.hair ? figHair(part) : null });
    return person;
  });
  const scene = { people, things: told.things, loops: told.loops, posed: null, target: null, extent: [] };
  scene.pose = (t) => { if (scene.posed !== t) { people.forEach((one) => { one.frames = one.pose(t); }); scene.posed = t; scene.around = null; figSheet(scene); } };
  scene.set = (art_, target) => figTarget(scene, art_, target);
  for (const t of [0, 0.5, 1]) {
    scene.pose(t);
    for (const { parts } of people) for (const { places } of parts) for (let at = 0; at < places.length; at += 39) scene.extent.push([places[at], places[at + 1], places[at + 2]]);
  }
  for (const one of told.things) if (one.block && one.look !== "wall") scene.extent.push(...one.block);
  return scene;
}

function figTags(art, part, clothing, number) {
  const { along, around } = part, tags = new Int16Array(along.length * around);
  along.forEach((_, n) => tags.fill(1000 * number + 10 * art.drawn.indexOf(part.segment[n]) + art.coverings.indexOf(part.cover[clothing][n]), n * around, (n + 1) * around));
  return tags;
}

// How far inside the hair each place of a head is, mm.
const figHair = (part) => Float32Array.from({ length: part.along.length * part.around }, (_, at) => part.along[Math.floor(at / part.around)] - part.hair[at % part.around]);

// Show a muscle on the skin of the patient's right side, or none.
function figTarget(scene, art, target) {
  const told = target && art.fields[target];
  scene.target = told ? { name: target, colour: figRgb(told.colour), line: [90, 31, 26], told } : null;
  for (const { role, parts } of scene.people) for (const part of parts) {
    const shows = told && role === "patient" && { trunk: "trunk", "leg-right": "leg" }[part.name];
    if (part.hair) continue;
    part.field = !shows ? null : told.sheet ? new Float32Array(part.along.length * part.around) : told.inside[shows] ? Float32Array.from(told.inside[shows].flat()) : null;
  }
  figSheet(scene);
}

// A short rotator is an upright sheet from origin to insertion, which goes with the thigh; the skin that shows it lies on
// lines from an axis inside the pelvis through it (gluteal.models.mannequin_muscles).
function figSheet(scene) {
  const sheet = scene.target?.told.sheet, patient = scene.people.find((one) => one.role === "patient");
  if (!sheet || !patient) return;
  const { pelvis, "hip-right": thigh } = patient.frames, back = (axes, v) => [0, 1, 2].map((c) => axes[c] * v[0] + axes[3 + c] * v[1] + axes[6 + c] * v[2]);
  const end = back(pelvis.axes, figMinus(figPut(thigh, sheet.end), thigh.at)), along = [end[0] - sheet.start[0], end[2] - sheet.start[2]], size = along[0] ** 2 + along[1] ** 2;
  const first = [sheet.start[0] - sheet.axis[0], sheet.start[2] - sheet.axis[1]];
  for (const part of patient.parts) if (part.field && !part.hair) for (let at = 0; at < part.field.length; at += 1) {
    const [x, y, z] = back(pelvis.axes, [part.places[3 * at] - thigh.at[0], part.places[3 * at + 1] - thigh.at[1], part.places[3 * at + 2] - thigh.at[2]]);
    const turned = (x - sheet.axis[0]) * along[1] - (z - sheet.axis[1]) * along[0], reach = (first[0] * along[1] - first[1] * along[0]) / (Math.abs(turned) < 1e-6 ? 1e-6 : turned);
    const share = ((reach * (x - sheet.axis[0]) - first[0]) * along[0] + (reach * (z - sheet.axis[1]) - first[1]) * along[1]) / size;
    const height = y - Math.min(Math.max(share, 0), 1) * (end[1] - sheet.end[1]);
    part.field[at] = reach > 0 && reach < 1.5 && z > -sheet.half ? figSampled(sheet.grid, sheet.start[2] + share * (sheet.end[2] - sheet.start[2]), -height) : FIG_OUT;
  }
}

function figSampled({ left, top, step, rows }, x, y) {
  const u = (x - left) / step, v = (y - top) / step, i = Math.floor(u), j = Math.floor(v);
  if (i < 0 || j < 0 || j > rows.length - 2 || i > rows[0].length - 2) return FIG_OUT;
  const a = u - i, b = v - j;
  return (1 - b) * ((1 - a) * rows[j][i] + a * rows[j][i + 1]) + b * ((1 - a) * rows[j + 1][i] + a * rows[j + 1][i + 1]);
}

// From where the eye looks, and how the scene fits into so many pixels.
function figEye(scene, azimuthDeg, elevationDeg, width, height) {
  const a = (azimuthDeg * Math.PI) / 180, e = (elevationDeg * Math.PI) / 180;
  const towards = [Math.cos(a) * Math.cos(e), Math.sin(e), Math.sin(a) * Math.cos(e)], right = [Math.sin(a), 0, -Math.cos(a)], up = figCross(towards, right);
  let [x0, x1, y0, y1] = [Infinity, -Infinity, Infinity, -Infinity];
  for (const at of scene.both) {
    const x = figDot(right, at), y = figDot(up, at);
    x0 = Math.min(x0, x); x1 = Math.max(x1, x); y0 = Math.min(y0, y); y1 = Math.max(y1, y);
  }
  const margin = 45, scale = Math.min(width / (x1 - x0 + 2 * margin), height / (y1 - y0 + 2 * margin));
  return { axes: [right, up, towards], scale, left: width / 2 - (scale * (x0 + x1)) / 2, top: height / 2 + (scale * (y0 + y1)) / 2 };
}

function figRender(scene, raster, looks, art, blends, eye, image) {
  const { nets, blocks, tops } = (scene.around ||= figThings(scene, scene.posed));
  for (const one of blocks) figPaintBlock(raster, one, eye, blends);
  for (const one of nets) if (!one.worn) figNet(raster, { ...one, tags: one.tags.fill(one.tag), group: 99, blends }, eye, art.light, -FIG_PRESSED_MM);
  for (const { parts } of scene.people) for (const part of parts) figNet(raster, part, eye, art.light);
  for (const one of nets) if (one.worn) figNet(raster, { ...one, tags: one.tags.fill(one.tag), group: 99, blends }, eye, art.light, FIG_ON_SKIN_MM);
  scene.around.shadows ||= figShadows(tops, scene.people);
  figPaint(raster, image.data, eye, looks, scene, [...blocks, ...nets], scene.around.shadows);
}

function figView(canvas, art, looks, blends) {
  const raster = Object.assign(figRaster(), { blends }), behind = document.createElement("canvas"), paper = behind.getContext("2d"), context = canvas.getContext("2d");
  let fine = 1, spent = 0;
  function render(scene, t, azimuthDeg, elevationDeg, width, height, target) {
    if ((scene.target?.name || "") !== (target || "")) scene.set(art, target);
    scene.pose(t);
    if (behind.width !== width || behind.height !== height) Object.assign(behind, { width, height });
    raster.size(width, height);
    const image = paper.createImageData(width, height), eye = figEye(scene, azimuthDeg, elevationDeg, width, height);
    figRender(scene, raster, looks, art, blends, eye, image);
    paper.putImageData(image, 0, 0);
    return eye;
  }
  const shown = (to, width, height) => { to.clearRect(0, 0, width, height); to.imageSmoothingQuality = "high"; to.drawImage(behind, 0, 0, width, height); };
  return {
    // Paint a moment; returns how much finer than the canvas it was worked out. Still pictures are the finest.
    draw(scene, t, azimuthDeg, elevationDeg, { target = null, still = true } = {}) {
      const began = performance.now(), factor = still ? FIG_FINEST : fine, { width, height } = canvas;
      const eye = render(scene, t, azimuthDeg, elevationDeg, Math.round(width * factor), Math.round(height * factor), target);
      shown(context, width, height);
      if (!still) {
        spent = 0.7 * spent + 0.3 * (performance.now() - began);
        fine = Math.min(Math.max(fine * (spent > FIG_BUDGET_MS ? 0.92 : spent < 0.6 * FIG_BUDGET_MS ? 1.04 : 1), FIG_COARSEST), FIG_FINEST);
      }
      canvas.dataset.painted = [scene.people.length, t.toFixed(3), azimuthDeg, elevationDeg, target || ""].join(" ");
      return { factor, eye };
    },
    picture(scene, t, azimuthDeg, elevationDeg, width, height, { target = null } = {}) {
      render(scene, t, azimuthDeg, elevationDeg, 2 * width, 2 * height, target);
      const small = Object.assign(document.createElement("canvas"), { width, height });
      shown(small.getContext("2d"), width, height);
      return small.toDataURL("image/png");
    },
  };
}
