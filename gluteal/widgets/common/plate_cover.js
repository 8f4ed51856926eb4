// What can be seen of each structure of a plate while some layers are removed.
//
// The outlines are filled one over another, in painter's order, on a small canvas, each in a colour of its
// own; counting the colours then says how much of a structure is in sight and where. One pixel is 1.5 mm.

const COVER_MM = 1.5;

function coverColour(number) {
  return [(number * 37) % 256, (number * 101 + 13) % 256, (number * 59 + 29) % 256];
}

function plateCover(plate) {
  const [left, top, wide, high] = plate.view_box;
  const canvas = document.createElement("canvas");
  canvas.width = Math.ceil(wide / COVER_MM);
  canvas.height = Math.ceil(high / COVER_MM);
  const pen = canvas.getContext("2d", { willReadFrequently: true });
  pen.setTransform(1 / COVER_MM, 0, 0, 1 / COVER_MM, -left / COVER_MM, -top / COVER_MM);
  const ids = painterOrder(plate);
  const paths = new Map(ids.map((id) => [id, new Path2D(plate.shapes[id].visible ?? plate.shapes[id].outline)]));
  const codes = new Map();
  ids.forEach((id, index) => {
    const [red, green, blue] = coverColour(index + 1);
    codes.set((red << 16) | (green << 8) | blue, id);
  });
  const memory = new Map();
  let hidden = new Set();

  function paint(shown) {
    pen.clearRect(left, top, wide, high);
    ids.forEach((id, index) => {
      if (!shown.has(id)) return;
      pen.fillStyle = `rgb(${coverColour(index + 1).join(" ")})`;
      pen.fill(paths.get(id));
      if (!isCord(plate.shapes[id])) return;
      pen.strokeStyle = pen.fillStyle; // thinner than a pixel of this canvas, and to be counted all the same
      pen.lineWidth = COVER_MM;
      pen.stroke(paths.get(id));
    });
    return pen.getImageData(0, 0, canvas.width, canvas.height).data;
  }

  function collect(data) {
    const places = new Map();
    for (let at = 0, pixel = 0; at < data.length; at += 4, pixel += 1) {
      if (data[at + 3] !== 255) continue;
      const id = codes.get((data[at] << 16) | (data[at + 1] << 8) | data[at + 2]);
      if (id === undefined) continue; // the soft rim between two structures
      if (!places.has(id)) places.set(id, []);
      places.get(id).push(pixel);
    }
    return new Map([...places].map(([id, pixels]) => [id, measure(pixels)]));
  }

  function measure(pixels) {
    const points = pixels.map((pixel) => [
      left + ((pixel % canvas.width) + 0.5) * COVER_MM,
      top + (Math.floor(pixel / canvas.width) + 0.5) * COVER_MM,
    ]);
    const mean = [0, 1].map((axis) => points.reduce((sum, point) => sum + point[axis], 0) / points.length);
    const off = (point) => Math.hypot(point[0] - mean[0], point[1] - mean[1]);
    const inside = points.reduce((best, point) => (off(point) < off(best) ? point : best));
    return { area: points.length * COVER_MM * COVER_MM, x: inside[0], y: inside[1], ...longAxis(points, mean) };
  }

  // Map of structure id -> { area (mm²), x, y (a point of it that is in sight) }; what is covered is not in it.
  function seen(removed) {
    const key = [...removed, ...hidden].sort().join(" ");
    if (!memory.has(key)) {
      const shown = new Set(ids.filter((id) => !removed.includes(plate.shapes[id].layer) && !hidden.has(id)));
      memory.set(key, collect(paint(shown)));
    }
    return memory.get(key);
  }

  // The same for one structure with nothing over it.
  function whole(id) {
    const key = `only ${id}`;
    if (!memory.has(key)) memory.set(key, collect(paint(new Set([id]))));
    return memory.get(key).get(id) ?? { area: 0, x: left + wide / 2, y: top + high / 2 };
  }

  // 0 = wholly covered or removed, 1 = wholly in sight.
  function share(id, removed) {
    return Math.min(1, (seen(removed).get(id)?.area ?? 0) / Math.max(whole(id).area, 1));
  }

  // Structures that are not shown, whatever their layer.
  const hide = (gone) => { hidden = new Set(gone); };

  return { seen, whole, share, hide };
}

// A nerve or a vessel: long, thin, hard to hit.
const isCord = (shape) => shape.kind === "nerve" || shape.kind === "vessel";

// The long axis of a cloud of points: its angle (degrees, 0 = level, 90 = upright, falling to the right is
// positive because y points down) and how many times longer than wide it is.
function longAxis(points, mean) {
  let xx = 0, yy = 0, xy = 0;
  for (const [x, y] of points) {
    xx += (x - mean[0]) ** 2;
    yy += (y - mean[1]) ** 2;
    xy += (x - mean[0]) * (y - mean[1]);
  }
  const spread = Math.hypot(xx - yy, 2 * xy);
  const longer = Math.sqrt((xx + yy + spread) / Math.max(xx + yy - spread, 1e-9));
  return { angle: (Math.atan2(2 * xy, xx - yy) * 90) / Math.PI, longer };
}

// The structure that lies next in the direction of an arrow key, or null at the rim.
// Distance across the direction counts double: an arrow should go where it points.
function nextInDirection(places, from, key) {
  const [along, across, sign] = { ArrowRight: ["x", "y", 1], ArrowLeft: ["x", "y", -1], ArrowDown: ["y", "x", 1], ArrowUp: ["y", "x", -1] }[key];
  let best = null;
  for (const [id, place] of places) {
    const ahead = sign * (place[along] - from[along]);
    const aside = Math.abs(place[across] - from[across]);
    if (ahead < 1 || aside > 3 * ahead) continue;
    const cost = ahead + 2 * aside;
    if (!best || cost < best.cost) best = { id, cost };
  }
  return best ? best.id : null;
}
