// The list twin of the plate: every structure by layer, as buttons. It can do all that the plate can.

// groups: [{ id, title, structures: [id] }], skin first. tell: { pick(id), point(id) }
function atlasList(groups, tell) {
  const buttons = new Map();
  const heads = new Map();
  const sections = groups.map((group) => {
    const head = h("h4", { hidden: group.structures.length === 1 }, group.title);
    heads.set(group.id, head);
    return h("section", { "data-layer": group.id }, head, h("ul", {}, ...group.structures.map((id) => h("li", {}, makeButton(id)))));
  });
  const title = h("h3", {});
  const note = h("p", { class: "gx-note" });
  const plain = h("ul", { class: "gx-plain", hidden: true });
  const el = h("nav", { class: "gx-list", "aria-label": "Structures" }, title, note, plain, ...sections);

  function makeButton(id) {
    const button = h("button", {
      type: "button", class: "gx-item", "data-id": id, onclick: () => tell.pick(id),
      onpointerenter: (event) => event.pointerType !== "touch" && tell.point(id), onpointerleave: () => tell.point(""), onfocus: () => tell.point(id), onblur: () => tell.point(""),
    }, h("span", { class: "gx-swatch", "aria-hidden": "true" }), h("span", { class: "gx-item-name" }), h("span", { class: "gx-item-note" }));
    buttons.set(id, button);
    return button;
  }

  // item(id) -> { name, note, shown } ; words: { title, note, plain }
  function show(words, selected, removed, item) {
    putText(title, words.title);
    putText(note, words.note);
    note.hidden = !words.note;
    showPlain(words.plain);
    for (const [id, button] of buttons) {
      const { name, note: hint, shown } = item(id);
      button.parentElement.hidden = !shown;
      putText(button.querySelector(".gx-item-name"), name);
      putText(button.querySelector(".gx-item-note"), hint);
      putAttribute(button, "aria-pressed", id === selected);
    }
    for (const [id, head] of heads) head.classList.toggle("gx-off", removed.includes(id));
  }

  // Without names, numbered as they lie on the plate: [[id, words]], or nothing to show the names again.
  function showPlain(items) {
    plain.hidden = !items;
    sections.forEach((section) => { section.hidden = Boolean(items); });
    plain.replaceChildren(...(items ?? []).map(([id, text]) => h("li", {}, h("button", {
      type: "button", class: "gx-item", "data-id": id, onclick: () => tell.pick(id), onpointerenter: (event) => event.pointerType !== "touch" && tell.point(id),
      onpointerleave: () => tell.point(""), onfocus: () => tell.point(id), onblur: () => tell.point(""),
    }, text))));
  }

  function mark(id) {
    for (const [one, button] of buttons) button.classList.toggle("gx-pointed", one === id);
  }

  function paint(colour) {
    for (const [id, button] of buttons) button.querySelector(".gx-swatch").style.setProperty("--swatch", colour(id));
  }

  const focus = () => el.querySelector("li:not([hidden]) button")?.focus();

  return { el, show, mark, paint, focus };
}
