// The layers from the skin to the bones: remove one, put one back, or switch single layers on and off.

// layers: [{ id, title, structures, face }], skin first. tell(removed) gets the new list of removed layers.
function atlasLayers(layers, tell, tellFine) {
  const base = uid();
  const ids = layers.map((layer) => layer.id);
  let removed = [];

  const outermost = () => ids.findIndex((id) => !removed.includes(id));
  const boxes = layers.map((layer, index) => h("input", { type: "checkbox", id: `${base}-${index}`, onchange: () => toggle(layer.id) }));
  const chips = layers.map((layer, index) => h("li", { class: "gx-layer", "data-layer": layer.id }, boxes[index], h("label", { for: `${base}-${index}` }, h("span", { class: "gx-swatch", "aria-hidden": "true" }), layer.title)));
  const slider = h("input", { type: "range", min: 0, max: layers.length - 1, step: 1, value: 0, id: `${base}-slider`, oninput: () => tell(ids.slice(0, Number(slider.value))) });
  const off = h("button", { type: "button", class: "gl-button gx-peel", onclick: peel }, "Remove a layer");
  const back = h("button", { type: "button", class: "gl-button gx-put-back", onclick: putBack }, "Put one back");
  const ghosts = h("input", { type: "checkbox", id: `${base}-ghosts`, onchange: () => tell(removed, ghosts.checked) });
  const fine = h("input", { type: "checkbox", id: `${base}-fine`, onchange: () => tellFine(fine.checked) });
  const el = h("fieldset", { class: "gx-layers" }, h("legend", {}, "Layers"),
    h("div", { class: "gx-peel-row" }, off, back),
    h("div", { class: "gx-slider-row" }, h("label", { for: `${base}-slider` }, "Depth"), h("span", { "aria-hidden": "true" }, layers[0].title), slider, h("span", { "aria-hidden": "true" }, layers.at(-1).title)),
    h("ul", { class: "gx-chips" }, ...chips),
    h("p", { class: "gx-fine" }, fine, h("label", { for: `${base}-fine` }, "Nerves, vessels and bursae")),
    h("p", { class: "gx-ghosts" }, ghosts, h("label", { for: `${base}-ghosts` }, "Show removed layers as ghosts")));

  function toggle(id) {
    tell(removed.includes(id) ? removed.filter((one) => one !== id) : ids.filter((one) => one === id || removed.includes(one)));
  }

  function peel() {
    if (outermost() < ids.length - 1) tell(ids.filter((id, index) => index === outermost() || removed.includes(id)));
  }

  function putBack() {
    const deepest = ids.filter((id) => removed.includes(id)).at(-1);
    tell(removed.filter((id) => id !== deepest));
  }

  function show(next, asGhosts, withFine) {
    removed = next;
    boxes.forEach((box, index) => { box.checked = !removed.includes(ids[index]); });
    chips.forEach((chip, index) => chip.classList.toggle("gx-off", removed.includes(ids[index])));
    const top = outermost();
    slider.value = top < 0 ? ids.length - 1 : top;
    slider.setAttribute("aria-valuetext", top < 0 ? "No layer is shown" : `${layers[top].title} is outermost`);
    ghosts.checked = asGhosts;
    fine.checked = withFine;
    hold(off, top < 0 || top === ids.length - 1);
    hold(back, !removed.length);
  }

  // A button that has come to its end keeps the focus: it is marked, not disabled.
  function hold(button, atEnd) {
    button.setAttribute("aria-disabled", String(atEnd));
  }

  // colour(structure id) -> the colour of the art; a layer shows that of its outermost muscle, or structure.
  function paint(colour) {
    chips.forEach((chip, index) => chip.querySelector(".gx-swatch").style.setProperty("--swatch", colour(layers[index].face)));
  }

  return { el, show, paint };
}
