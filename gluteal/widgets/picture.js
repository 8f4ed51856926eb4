// Figures of a lesson. The drawing travels packed, without the lines that a plate in the same notebook already has.

function renderPicture({ model, el }) {
  const box = h("div", { class: "gl gl-block gl-figure" });
  box.innerHTML = model.get("html");
  box.querySelectorAll('a[href^="#ref-"]').forEach((link) => link.addEventListener("click", goToReference));
  el.replaceChildren(box);
  return showArt(box, model);
}

// Put the drawing into the empty picture of a box; returns what gives its memory back.
function showArt(box, model) {
  const image = box.querySelector("img[data-art]");
  if (!image || !model.get("art")) return () => {};
  let address = "", gone = false;
  figureSvg(model).then((svg) => {
    if (gone) return;
    address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    image.src = address;
  }).catch((fault) => {
    console.warn("gluteal lessons:", fault);
    image.replaceWith(h("p", { role: "note" }, `${image.alt} (The drawing cannot be shown here. Run the cell again, or read the figure as text.)`));
  });
  return () => {
    gone = true;
    if (address) URL.revokeObjectURL(address);
  };
}

// ~12 stands for the thirteenth path of the plates, in the order in which they draw them.
async function figureSvg(model) {
  const art = await modelOf(model, model.get("art"));
  const plates = await Promise.all(art.get("plates").map((reference) => modelOf(art, reference).then(plateOf)));
  const paths = plates.flatMap(({ svg }) => Array.from(svg.matchAll(/ d="([^"]*)"/g), (found) => found[1]));
  return (await unpackText(art.get("packed"))).replace(/ d='~(\d+)'/g, (_, number) => {
    if (!(number in paths)) throw new Error("a path of the plate is missing");
    return ` d='${paths[number]}'`;
  });
}
