// A click on the plate: the art comes from the PlateArt model that all widgets of the notebook share. The same
// structures stand in a list, which is all there is for the keyboard and where the art cannot be had.

const SVG = "http://www.w3.org/2000/svg";

function buildClick(item, changed, say, model) {
  const id = uid();
  const select = h("select", { id, onchange: () => (outline(), changed()) }, h("option", { value: "" }, "choose …"),
    item.choices.map(([value, name]) => h("option", { value }, name)));
  const stage = h("div", { class: "gl-stage" }, h("p", {}, "The plate is loading. You can also answer with the list."));
  const feedback = h("div", { hidden: true });
  const state = { art: null, locked: false, marks: null };
  const outline = () => state.art && drawOutlines(state, select.value, item);
  const pick = (structure) => {
    if (state.locked || !item.choices.some(([value]) => value === structure)) return;
    select.value = structure;
    outline();
    changed();
  };
  showPlate(stage, item, model, pick).then((art) => ((state.art = art), outline()));
  return {
    node: h("div", {}, stage, h("p", { class: "gl-list" }, h("label", { for: id }, "Or choose from the list"), " ", select), feedback),
    read: () => select.value || null,
    gap: () => "Click on the plate, or choose from the list, first.",
    write: (answer) => ((select.value = answer ?? ""), outline()),
    mark: (answer) => ((state.marks = answer), outline(), markClick(feedback, answer, item)),
    lock: (on) => ((state.locked = select.disabled = on), stage.classList.toggle("gl-locked", on)),
  };
}

// Put the art on the stage; returns {svg, overlay, shapes}, or null when there is none.
async function showPlate(stage, item, model, pick) {
  try {
    const art = await plateOf(await modelOf(model, model.get("plate")));
    stage.innerHTML = art.svg;
    const svg = stage.querySelector("svg");
    for (const part of svg.querySelectorAll("[data-layer]")) {
      if (item.layers?.length && !item.layers.includes(part.dataset.layer)) part.style.display = "none";
    }
    const overlay = svg.appendChild(document.createElementNS(SVG, "g"));
    const plate = { overlay, shapes: art.plate.shapes };
    svg.setAttribute("role", "img");
    svg.setAttribute("aria-label", item.plate_label);
    svg.addEventListener("click", (event) => pick(event.target.closest("[data-structure]")?.dataset.structure));
    return plate;
  } catch {
    stage.replaceChildren(h("p", {}, "The plate cannot be shown here. Answer with the list below."));
    return null;
  }
}

function drawOutlines({ art, marks }, chosen, item) {
  art.overlay.replaceChildren();
  const right = item.options.filter((option) => option.correct).map((option) => option.id);
  if (marks !== null) right.forEach((structure) => outlinePath(art, structure, "gl-outline gl-yes"));
  if (chosen && !(marks !== null && right.includes(chosen))) outlinePath(art, chosen, "gl-outline" + (marks === null ? "" : " gl-no"));
}

function outlinePath(art, structure, look) {
  for (const layer of ["gl-halo", look]) {
    const path = document.createElementNS(SVG, "path");
    path.setAttribute("d", art.shapes[structure]?.outline ?? "");
    path.setAttribute("class", layer);
    art.overlay.append(path);
  }
}

function markClick(box, answer, item) {
  box.hidden = answer === null;
  if (answer === null) return;
  const option = item.options.find((entry) => entry.id === answer);
  const name = (id) => item.choices.find(([value]) => value === id)?.[1] ?? id;
  const good = Boolean(option?.correct);
  const rights = item.options.filter((entry) => entry.correct).map((entry) => name(entry.id)).join(" or ");
  const words = good ? `Right: ${name(answer)}.` : `That is: ${name(answer)}. Right is: ${rights} (outlined).`;
  giveFeedback(box, good, words, option?.feedback ?? item.feedback.elsewhere);
}
