// Fetching and reading the art of a plate. Every fault here is an Error whose message is a sentence to show.

const ART_FORMAT = 2;

function svgNode(name, props = {}, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", name);
  for (const [key, value] of Object.entries(props)) if (value !== null && value !== false) node.setAttribute(key, value);
  node.append(...kids);
  return node;
}

async function fetchPlate(model, view) {
  const reference = model.get("art")?.[view];
  if (!reference) throw new Error(`This atlas carries no plate for the view “${view}”.`);
  let art;
  try {
    art = await modelOf(model, reference);
  } catch {
    throw new Error("The plate did not come with this page.");
  }
  if (!art.get("packed")) throw new Error(`The plate “${view}” was made by another version of the lessons.`);
  const { plate, svg } = await plateOf(art);
  return { plate: checkedPlate(plate, view), svg };
}

function checkedPlate(plate, view) {
  if (!plate || plate.format !== ART_FORMAT) throw new Error(`The plate “${view}” was made by another version of the lessons.`);
  const whole = plate.view === view && plate.view_box?.length === 4 && plate.layers?.length && plate.shapes;
  if (!whole) throw new Error(`The plate “${view}” is not complete.`);
  return plate;
}

// Structures in the order in which they are painted, deepest first. Saved state sorts the keys of objects,
// so order lives in the lists of the layers only.
function painterOrder(plate) {
  return plate.layers.slice().reverse().flatMap((layer) => layer.structures);
}

// Ids inside the art are made unique, so that the same plate can stand on a page many times.
function readArt(text, mark) {
  const own = text.replace(/\bid="([^"]+)"/g, `id="$1-${mark}"`).replace(/(url\(#|href="#)([^)"]+)/g, `$1$2-${mark}`);
  const root = new DOMParser().parseFromString(own, "image/svg+xml").documentElement;
  if (root.nodeName !== "svg" || root.querySelector("parsererror")) throw new Error("The drawing of the plate is damaged.");
  root.querySelectorAll("script, foreignObject, title, desc, metadata").forEach((part) => part.remove());
  return document.importNode(root, true);
}

// The art in sheets, one for each layer, deepest first. The browser keeps each sheet as a picture of its own, so
// that taking a layer away draws nothing again. Map of layer id -> svg.
function artSheets(text, plate) {
  const root = readArt(text, uid());
  const sheets = new Map();
  for (const { id } of plate.layers.slice().reverse()) {
    const sheet = sheets.size ? root.cloneNode(false) : root;
    sheet.setAttribute("class", "gp-sheet");
    sheet.setAttribute("role", "presentation");
    sheet.setAttribute("data-layer", id);
    for (const name of ["width", "height"]) sheet.removeAttribute(name);
    sheets.set(id, sheet);
  }
  for (const part of root.querySelectorAll("svg > [data-layer]")) sheets.get(part.getAttribute("data-layer"))?.append(part);
  return sheets;
}
