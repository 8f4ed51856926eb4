// Texts that travel packed (gluteal/widgets/packing.py), and the figures that borrow their lines from the plates.

async function unpackText(packed) {
  if (typeof DecompressionStream === "undefined") throw new Error("This browser is too old for the pictures of the lessons. Update it.");
  const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"))).text();
}

const modelOf = (model, reference) => model.widget_manager.get_model(reference.replace("IPY_MODEL_", ""));

// The plate that a PlateArt model carries, unpacked once for the whole page: { svg, plate }.
async function plateOf(art) {
  const packed = art.get("packed");
  if (art.glutealPacked !== packed) {
    art.glutealPacked = packed;
    art.glutealPlate = unpackText(packed).then(JSON.parse);
  }
  return art.glutealPlate;
}
