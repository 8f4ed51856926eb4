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
