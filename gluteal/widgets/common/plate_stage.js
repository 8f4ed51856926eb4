// One plate on the page: the art, the marks over it, the name at the pointer, the signs at the rim, the zoom.
//
// It knows no names and no rules: tell.label(id) says what a structure is called here, tell.pick(id) and
// tell.point(id, byKey) are called when one is chosen or pointed at ("" for none). show(state) takes
// { removed, ghosts, hidden, selected, ask, wrong } and changes classes and marks only.

const SCALE_BARS_MM = [50, 20, 10, 5];

function plateStage({ plate, svg }, tell) {
  const cover = plateCover(plate);
  const sheets = artSheets(svg, plate);
  const marks = plateMarks(plate, cover);
  const art = h("div", { class: "gp-content" }, ...sheets.values(), marks.svg);
  const tag = h("span", { class: "gp-tag", hidden: true });
  const scaleBar = h("span", { class: "gp-scale" }, h("span", { class: "gp-scale-bar" }), h("span", { class: "gp-scale-text" }));
  const signs = ["up", "down", "left", "right"].map((edge) => h("span", { class: `gp-side gp-side-${edge}` }, plate.sides[edge]));
  const side = h("span", { class: "gp-right-side", title: "right side of the body", role: "img", "aria-label": "Right side of the body" }, "R");
  const paper = h("div", { class: "gp-paper", style: `aspect-ratio: ${plate.view_box[2]} / ${plate.view_box[3]}; --ratio: ${plate.view_box[2] / plate.view_box[3]}; --gp-paper: ${plate.paper}` }, art, ...signs, side, scaleBar, tag);
  const el = h("div", { class: "gp-stage", role: "group", "aria-label": `${plate.title}, ${plate.view} view of the right side. Arrow keys go from structure to structure, Enter chooses.` }, paper);

  const nodes = new Map();
  for (const node of art.querySelectorAll("[data-structure]")) {
    const id = node.getAttribute("data-structure");
    if (plate.shapes[id] && !nodes.has(id)) nodes.set(id, node);
  }
  const reaches = widenCords(nodes, plate);
  if (!nodes.size) throw new Error(`The drawing of the plate “${plate.view}” shows no structure.`);
  for (const node of nodes.values()) {
    node.setAttribute("role", "button");
    node.setAttribute("tabindex", "-1");
  }

  let state = { removed: [], ghosts: false, hidden: [], selected: "" };
  let pointed = "", here = "";

  const zoom = plateZoom(paper, art, plate.view_box, (scale, mmPerPx) => {
    const length = SCALE_BARS_MM.find((mm) => mm / mmPerPx <= paper.clientWidth / 3) ?? 5;
    scaleBar.firstChild.style.width = `${length / mmPerPx}px`;
    scaleBar.lastChild.textContent = `${length} mm`;
    el.classList.toggle("gp-is-zoomed", scale > 1);
  });
  const zoomBox = zoomButtons(zoom);
  el.append(zoomBox);

  const idAt = (target) => {
    const node = target.closest?.("[data-structure], [data-reach]");
    const id = node?.getAttribute("data-structure") ?? node?.getAttribute("data-reach");
    return id && nodes.has(id) && !state.hidden.includes(id) && !state.removed.includes(plate.shapes[id].layer) ? id : "";
  };

  function point(id, byKey = false) {
    if (id === pointed) return;
    pointed = id;
    marks.set("hover", id);
    tell.point(id, byKey);
  }

  function placeTag(px, py, id) {
    const text = id ? tell.label(id) : "";
    tag.hidden = !text;
    if (!text) return;
    tag.textContent = text;
    const width = tag.offsetWidth, room = paper.clientWidth;
    const left = Math.min(Math.max(px - width / 2, 4), Math.max(room - width - 4, 4));
    const top = py > 52 ? py - tag.offsetHeight - 14 : py + 22;
    tag.style.transform = `translate(${left}px, ${top}px)`;
  }

  function pointerMove(event) {
    if (event.pointerType === "touch") return;
    const id = idAt(event.target);
    point(id);
    const frame = paper.getBoundingClientRect();
    placeTag(event.clientX - frame.left, event.clientY - frame.top, id);
  }

  function pointerLeave() {
    if (art.contains(document.activeElement) && here) return focusTag(here);
    point("");
    placeTag(0, 0, "");
  }

  const places = () => cover.seen(state.removed);

  function focusTag(id) {
    const place = places().get(id) ?? cover.whole(id);
    point(id, true);
    placeTag(...zoom.toPx(place), id);
  }

  function go(id) {
    rove(id);
    zoom.reveal(places().get(id) ?? cover.whole(id));
    nodes.get(id).focus({ preventScroll: true });
    el.scrollIntoView?.({ block: "nearest" });
  }

  // One structure is the plate's stop on the Tab way: the one where the learner is.
  function rove(id) {
    if (here && nodes.has(here)) nodes.get(here).setAttribute("tabindex", "-1");
    here = id;
    if (id) nodes.get(id).setAttribute("tabindex", "0");
  }

  function keyDown(event) {
    const id = idAt(event.target);
    if (!id || event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key.startsWith("Arrow")) {
      const seen = places();
      const next = nextInDirection(reachable(seen), seen.get(id) ?? cover.whole(id), event.key);
      if (next && next !== id) go(next);
    } else if (event.key === "Home" || event.key === "End") {
      const ids = [...reachable(places()).keys()];
      go(event.key === "Home" ? ids[0] : ids.at(-1));
    } else if (event.key === "Enter" || event.key === " ") tell.pick(id);
    else if ("+-0".includes(event.key)) ({ "+": () => zoom.by(1.5), "-": () => zoom.by(1 / 1.5), 0: zoom.reset })[event.key]();
    else return;
    event.preventDefault();
  }

  // What can be reached with the arrows: whatever shows more than a sliver, top to bottom.
  function reachable(seen) {
    const enough = [...seen].filter(([id, place]) => nodes.has(id) && (place.area > 20 || id === here));
    return new Map(enough.sort(([, a], [, b]) => a.y - b.y));
  }

  paper.addEventListener("pointermove", pointerMove);
  paper.addEventListener("pointerleave", pointerLeave);
  paper.addEventListener("click", (event) => tell.pick(idAt(event.target)));
  art.addEventListener("keydown", keyDown);
  art.addEventListener("focusin", (event) => {
    const id = idAt(event.target);
    if (!id) return;
    rove(id);
    if (event.target.matches(":focus-visible")) focusTag(id);
  });
  art.addEventListener("focusout", () => {
    point("");
    placeTag(0, 0, "");
  });

  function show(next) {
    const layersChanged = next.removed.join() !== state.removed.join() || next.ghosts !== state.ghosts || next.hidden.length !== state.hidden.length;
    state = next;
    if (layersChanged) showLayers();
    for (const [id, node] of nodes) putAttribute(node, "aria-pressed", id === state.selected);
    marks.set("select", state.selected);
    marks.set("ask", state.ask);
    marks.set("wrong", state.wrong);
    el.classList.toggle("gp-has-choice", Boolean(state.selected || state.ask));
    nameNodes();
    const reach = reachable(places());
    if (zoomBox.hidden) return rove("");
    const stop = reach.has(state.selected) ? state.selected : reach.has(here) ? here : [...reach.keys()][0];
    if (stop !== here) rove(stop ?? "");
  }

  function showLayers() {
    for (const [layer, node] of sheets) {
      const gone = state.removed.includes(layer);
      node.classList.toggle("gp-removed", gone && !state.ghosts);
      node.classList.toggle("gp-ghost", gone && state.ghosts);
    }
    cover.hide(state.hidden);
    for (const id of nodes.keys()) hide(id, state.hidden.includes(id));
    for (const [id, node] of nodes) putAttribute(node, "aria-hidden", !cover.seen(state.removed).has(id));
    marks.setRemoved(state.removed, state.hidden);
    if (pointed && !idAt(nodes.get(pointed))) pointerLeave();
  }

  function hide(id, gone) {
    const reach = reaches.get(id);
    nodes.get(id).classList.toggle("gp-hidden", gone);
    reach?.classList.toggle("gp-hidden", gone);
  }

  function nameNodes() {
    for (const [id, node] of nodes) putAttribute(node, "aria-label", tell.label(id, true));
  }

  function away(off) {
    el.classList.toggle("gp-away", off);
    zoomBox.hidden = off; // out of the Tab way; show() does the same for the structures
    if (off) el.setAttribute("aria-hidden", "true");
    else el.removeAttribute("aria-hidden");
  }

  return { el, plate, cover, show, away, nameNodes, hint: (id) => marks.set("hover", id), has: (id) => nodes.has(id), colour: (id) => plate.shapes[id]?.colour ?? "", reset: zoom.reset, stop: zoom.stop, order: () => [...reachable(places()).keys()], focus: () => here && go(here) };
}

// Around every thin cord lies a band that is not seen and can be hit, below the cords beside it. Map of id -> band.
function widenCords(nodes, plate) {
  const cord = (node) => isCord(plate.shapes[node?.getAttribute("data-structure")] ?? {});
  const bands = new Map();
  for (const [id, node] of nodes) {
    if (!cord(node)) continue;
    let first = node;
    while (cord(first.previousElementSibling) || first.previousElementSibling?.hasAttribute("data-reach")) first = first.previousElementSibling;
    bands.set(id, svgNode("path", { "data-reach": id, d: plate.shapes[id].visible ?? plate.shapes[id].outline }));
    first.before(bands.get(id));
  }
  return bands;
}

function zoomButtons(zoom) {
  const button = (text, label, act) => h("button", { type: "button", class: "gp-zoom-button", "aria-label": label, title: label, onclick: act }, text);
  return h("div", { class: "gp-zoom" },
    button("+", "Zoom in", () => zoom.by(1.5)), button("−", "Zoom out", () => zoom.by(1 / 1.5)), button("⤢", "Show the whole plate", zoom.reset));
}
