// The plate of the buttock: muscles to choose, and the typical places of their trigger points as crosses on them.

// plates: [{ plate, svg }]; tell: { choose(id), muscle(id), hint(text), change(values) }
function referralPlates(plates, state, tell) {
  const { records } = state;
  const name = (id) => records.structures[id] ?? id;
  const views = plates.map((art) => plateOfView(art, state, { ...tell, name }));
  const layers = plates[0].plate.layers;
  const base = uid();
  const viewSwitch = referralSwitch("Plate", views.map(({ plate }) => [plate.view, plate.view === "posterior" ? "Behind" : "Side"]), (view) => tell.change({ plate: view }));
  const depth = h("select", { id: `${base}-depth`, onchange: () => tell.change({ depth: depth.value }) },
    h("option", { value: "" }, "auto"), ...layers.map((layer) => h("option", { value: layer.id }, layer.title)));
  const away = h("p", { class: "rx-note rx-off-plate", hidden: true });
  const el = h("section", { class: "rx-plate", "aria-label": "Plate of the buttock" },
    h("div", { class: "rx-stages" }, ...views.map((view) => view.el)),
    h("div", { class: "rx-plate-bar" }, viewSwitch.el, h("label", { class: "rx-depth", for: `${base}-depth` }, "Layer", depth)), away);

  // The layers over the muscle of the chosen point come off, unless the learner has set the depth.
  function removed() {
    const muscles = [state.get("selected"), ...state.shown()].map((id) => state.patterns[id]?.muscle);
    const shape = muscles.flatMap((muscle) => plates.map(({ plate }) => plate.shapes[muscle])).find(Boolean);
    const wanted = layers.some((layer) => layer.id === state.get("depth")) ? state.get("depth") : shape?.layer ?? "maximus";
    return layers.slice(0, layers.findIndex((layer) => layer.id === wanted)).map((layer) => layer.id);
  }

  function paint() {
    const wanted = views.some(({ plate }) => plate.view === state.get("plate")) ? state.get("plate") : views[0].plate.view;
    viewSwitch.show(wanted);
    depth.value = layers.some((layer) => layer.id === state.get("depth")) ? state.get("depth") : "";
    const gone = removed();
    for (const view of views) view.show(view.plate.view !== wanted, gone);
    const here = views.find(({ plate }) => plate.view === wanted);
    const id = state.get("selected"), isHidden = state.patterns[id]?.muscles.length && !here.holds(id);
    away.hidden = !isHidden;
    putText(away, isHidden ? `${state.name(id)} lies off this plate: see the body charts.` : "");
  }

  // The plate on which a point can be seen: the one that is shown, or else the other one.
  function showing(id) {
    const now = state.get("plate");
    return (views.find((view) => view.plate.view === now && view.holds(id)) ?? views.find((view) => view.holds(id)))?.plate.view ?? now;
  }

  // Local tenderness is seen where the finger presses.
  const press = (share) => views.forEach((view) => view.press(share));

  return { el, paint, showing, press, stop: () => views.forEach((view) => view.stop()) };
}

const FINE_ON_PLATES = ["nerve", "vessel", "bursa"];

function plateOfView(art, state, tell) {
  const { plate } = art;
  const [left, top, wide, high] = plate.view_box;
  const fine = Object.keys(plate.shapes).filter((id) => FINE_ON_PLATES.includes(plate.shapes[id].kind) && id !== "sciatic-nerve");
  const stage = plateStage(art, { label: (id) => tell.name(id), pick: tell.muscle, point: (id) => tell.hint(id ? tell.name(id) : "") });
  const marks = svgNode("svg", { class: "rx-plate-marks", viewBox: plate.view_box.join(" "), "aria-hidden": "true" });
  stage.el.querySelector(".gp-content").append(marks);
  const places = new Map();
  for (const id of state.records.order) {
    const at = state.patterns[id].views[plate.view]?.point;
    const inside = at && at[0] > left + 4 && at[0] < left + wide - 4 && at[1] > top + 4 && at[1] < top + high - 4;
    if (inside && state.patterns[id].muscles.length) places.set(id, at);
  }
  const nodes = new Map([...places].map(([id, at]) => [id, plateCross(id, at)]));
  marks.append(...nodes.values());
  marks.addEventListener("click", (event) => {
    const id = event.target.closest("[data-point]")?.dataset.point;
    event.stopPropagation();
    if (id) tell.choose(id);
  });
  marks.addEventListener("pointerover", (event) => {
    const id = event.target.closest("[data-point]")?.dataset.point;
    if (id) tell.hint(state.name(id));
  });
  let mmPerPx = 1;
  const observer = new ResizeObserver(() => {
    mmPerPx = wide / Math.max(1, marks.clientWidth || marks.getBoundingClientRect().width);
    for (const [id, node] of nodes) node.setAttribute("transform", `translate(${places.get(id).join(" ")}) scale(${mmPerPx.toFixed(4)})`);
  });
  observer.observe(stage.el.querySelector(".gp-content"));

  function show(off, removed) {
    const selected = state.patterns[state.get("selected")];
    stage.away(off);
    stage.show({ removed, ghosts: false, hidden: fine, selected: plate.shapes[selected?.muscle] ? selected.muscle : "", ask: "", wrong: "" });
    for (const [id, node] of nodes) {
      const covered = !state.patterns[id].muscles.some((muscle) => plate.shapes[muscle] && stage.cover.share(muscle, removed) > 0.25);
      node.classList.toggle("rx-on", state.isOn(id));
      node.classList.toggle("rx-covered", covered);
      node.style.setProperty("--look", state.isOn(id) ? state.lookOf(id).ink : "#22262b");
      putText(node.querySelector("text"), state.shown().length > 1 ? state.letterOf(id) : "");
    }
  }

  function press(share) {
    for (const [id, node] of nodes) if (state.isOn(id)) putAttribute(node.firstChild, "r", (9 + 9 * share).toFixed(1));
  }

  return { el: stage.el, plate, show, press, holds: (id) => places.has(id), stop: () => (observer.disconnect(), stage.stop()) };
}

function plateCross(id, at) {
  const arms = "M-5.5 -5.5L5.5 5.5M-5.5 5.5L5.5 -5.5";
  return svgNode("g", { class: "rx-plate-cross", "data-point": id, transform: `translate(${at.join(" ")})` },
    svgNode("circle", { class: "rx-glow", r: 9 }), svgNode("circle", { class: "rx-hit", r: 12 }), svgNode("circle", { class: "rx-disc", r: 9 }), svgNode("path", { d: arms }), svgNode("text", { x: 9, y: -6 }));
}
