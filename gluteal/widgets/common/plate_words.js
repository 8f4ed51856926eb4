// Words for where something lies on a plate. The plate itself says what its edges point to.

const PLAIN_SIDES = { medial: "towards the midline", lateral: "towards the side", anterior: "to the front", posterior: "to the back", posteromedial: "towards the back and the midline", anterolateral: "towards the front and the side" };

function third(value, low, size, names) {
  return names[Math.min(2, Math.max(0, Math.floor(((value - low) / size) * 3)))];
}

// "upper third, towards the midline"
function placeWords(plate, place) {
  const [left, top, wide, high] = plate.view_box;
  const row = third(place.y, top, high, ["upper third", "middle third", "lower third"]);
  const column = third(place.x, left, wide, [PLAIN_SIDES[plate.sides.left], "central", PLAIN_SIDES[plate.sides.right]]);
  return `${row}, ${column}`;
}

// "runs level", "runs down towards the side"; "" for what is not clearly longer than wide
function runWords(plate, place) {
  if (place.longer < 1.7) return "";
  const slope = Math.abs(place.angle);
  if (slope < 15) return "runs level";
  if (slope > 72) return "runs upright";
  return `runs down ${PLAIN_SIDES[place.angle > 0 ? plate.sides.right : plate.sides.left]}`;
}

function sizeWords(area) {
  return area > 3500 ? "large" : area > 900 ? "medium-sized" : "small";
}

// "higher and more lateral": the way from one place to another
function wayWords(plate, from, to) {
  const words = [];
  if (Math.abs(to.y - from.y) > 6) words.push(to.y < from.y ? "higher" : "lower");
  if (Math.abs(to.x - from.x) > 6) words.push(`more ${to.x < from.x ? plate.sides.left : plate.sides.right}`);
  return words.join(" and ");
}

// Layers run from the skin (first) to the bones (last).
function layerRank(plate, layer) {
  return plate.layers.findIndex((one) => one.id === layer);
}

function depthWords(plate, from, to) {
  const step = layerRank(plate, to) - layerRank(plate, from);
  return step > 0 ? "deeper" : step < 0 ? "nearer the skin" : "in the same layer";
}
