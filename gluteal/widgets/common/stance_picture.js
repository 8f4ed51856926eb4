// The picture: the figure with its forces, the whole of it or the pelvis alone, or the seesaw.

const STANCE_BOXES = { body: [-500, -815, 1000, 1685], pelvis: [-250, -330, 500, 560] };
const STANCE_LETTERS_PX = 13;

function stancePicture(state, art, choose, repaint) {
  const figure = stanceFigure(art), arrows = stanceArrows(), seesaw = stanceSeesaw();
  const turned = stanceSvg("g", {}, figure.el);
  const unit = stanceSvg("g", { class: "ss-unit" });
  const svg = stanceSvg("svg", { class: "ss-svg", role: "img" }, arrows.props, turned, arrows.el, unit);
  const name = uid(), choices = [["body", "Whole body"], ["pelvis", "Pelvis"], ["seesaw", "As a seesaw"]];
  const radios = choices.map(([id, words]) => {
    const input = h("input", { type: "radio", name, value: id, onchange: () => choose(id) });
    return { id, input, el: h("label", { class: "ss-choice" }, input, h("span", {}, words)) };
  });
  const caption = h("p", { class: "ss-note ss-caption" });
  const el = h("section", { class: "ss-picture", "aria-label": "Picture" }, h("div", { class: "ss-choices", role: "radiogroup", "aria-label": "What is shown" }, ...radios.map((one) => one.el)), h("div", { class: "ss-frame" }, svg, seesaw.el), caption);

  function show(now) {
    const picture = state.picture(), mirror = now.side === "left" ? -1 : 1, covered = state.covered();
    for (const one of radios) one.input.checked = one.id === picture;
    const beam = picture === "seesaw";
    svg.style.display = beam ? "none" : "";
    seesaw.el.hidden = !beam;
    if (beam) seesaw.show(now, mirror, covered);
    else body(now, picture, mirror, covered);
    putText(caption, beam ? "The same moments on a beam: a strong pull near the pivot against a small weight far away." : `Seen from behind, standing on the ${now.side} leg. Arrows to scale; grey lines are levers. Schematic figure; force lines lie in one plane.`);
  }

  function body(now, picture, mirror, covered) {
    figure.pose(now.joints);
    turned.setAttribute("transform", `scale(${mirror} 1)`);
    const close = picture === "pelvis", box = [...STANCE_BOXES[picture]], size = letters(box);
    if (close) box[0] = mirror * now.joints.hip_x - 250 - mirror * 45;
    if (close) box[1] = now.joints.hip_y - 330;
    putAttribute(svg, "viewBox", box.map((value) => value.toFixed(1)).join(" "));
    putAttribute(svg, "data-picture", picture);
    arrows.show(now, { mirror, size, close, covered, box: seen(box) });
    unitBar(box, size, stanceScale(now, close));
    putAttribute(svg, "aria-label", stanceSaid(now, covered));
  }

  // Letters keep their size on the screen, however large the picture is.
  let frame = [400, 550];
  const letters = ([, , width, height]) => STANCE_LETTERS_PX / Math.min(frame[0] / width, frame[1] / height);
  // What is seen is wider than the box where the frame is.
  const seen = ([left, top, width, height]) => {
    const wide = frame[0] / Math.min(frame[0] / width, frame[1] / height);
    return [left - (wide - width) / 2, top, wide, height];
  };
  const watch = new ResizeObserver(([entry]) => {
    const { width, height } = entry.contentRect, known = frame.join();
    if (width && height) frame = [Math.round(width), Math.round(height)];
    if (frame.join() !== known) repaint();
  });
  watch.observe(svg);

  // How long one body weight is.
  function unitBar([left, top], size, length) {
    const x = left + size * 0.7, y = top + size * 2.2;
    unit.replaceChildren(stanceSvg("path", { d: `M${x} ${y - size * 0.25}v${size * 0.5}M${x} ${y}h${length}m0 ${-size * 0.25}v${size * 0.5}` }), stanceSvg("text", { x, y: y - size * 0.55, "font-size": size * 0.85, class: "ss-words" }));
    unit.lastChild.textContent = "1 × body weight";
  }
  return { el, show, stop: () => watch.disconnect() };
}

// The picture in words.
function stanceSaid(now, covered) {
  const { settings, held, side } = now, parts = [`A person stands on the ${side} leg, seen from behind.`];
  if (settings.lean_deg) parts.push(`The trunk leans ${Math.abs(settings.lean_deg)} degrees towards the ${settings.lean_deg > 0 ? "standing" : "lifted"} side.`);
  if (settings.drop_deg) parts.push(`The pelvis hangs ${settings.drop_deg} degrees lower on the lifted side.`);
  if (settings.stick_pct) parts.push(`${settings.stick_pct} percent of body weight rest on a stick in the ${settings.stick_hand === "opposite" ? "hand of the lifted side" : "hand of the standing side"}.`);
  if (settings.load_opposite_kg) parts.push(`A bag of ${settings.load_opposite_kg} kilograms hangs on the lifted side.`);
  if (settings.load_same_kg) parts.push(`A bag of ${settings.load_same_kg} kilograms hangs on the standing side.`);
  parts.push(covered ? "The forces of the abductors and of the hip joint are covered." : `Abductors ${stanceTimes(held.abductor_bw)}, hip joint ${stanceTimes(held.joint_bw)} times body weight.`);
  return parts.join(" ");
}
