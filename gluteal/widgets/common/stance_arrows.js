// Forces and levers on the figure, to one scale. Places are in the frame of the figure, mm, y down; x of what is
// mirrored with the standing side is turned here, so that words are never mirrored.

// How many mm one body weight is: the same in every posture, but for forces that would leave the picture.
const stanceScale = ({ held }, close) => {
  const [usual, most] = close ? [75, 2.9] : [150, 5];
  return usual * Math.min(1, most / Math.max(held.joint_bw, held.abductor_bw));
};

function stanceArrows() {
  const el = stanceSvg("g", { class: "ss-forces" }), levers = stanceSvg("g", { class: "ss-levers" });
  const props = stanceSvg("g", { class: "ss-props" });
  const kinds = ["body", "abductors", "joint", "stick", "load-opposite", "load-same"];
  const arrows = Object.fromEntries(kinds.map((kind) => [kind, stanceArrow(kind)]));
  el.append(levers, ...Object.values(arrows).map((one) => one.el));

  // mirror: 1 for a right standing leg, -1 for a left one; size: of letters, mm; close: is the pelvis alone shown?
  // box: the part of the plane that is seen, so that no word leaves it.
  function show(now, { mirror, size, close, covered, box }) {
    const { held, joints } = now, x = (mm) => mirror * mm, hip = [joints.hip_x, joints.hip_y];
    const from = (lever) => hip[0] - 1000 * lever;
    const forces = stanceForces(now, hip, from, close);
    for (const [kind, arrow] of Object.entries(arrows)) {
      const force = forces[kind];
      arrow.show(force && !(covered && force.asked) ? { ...force, from: [x(force.from[0]), force.from[1]], to: [x(force.to[0]), force.to[1]], mirror, size, box } : null);
    }
    levers.replaceChildren(...stanceLevers(now, hip, { x, from, size, close, covered }));
    props.replaceChildren(...stanceProps(now, x));
  }
  return { el, props, show };
}

function stanceForces(now, hip, from, close) {
  const { held, joints } = now, scale = stanceScale(now, close);
  const per = (newtons) => (newtons / held.weight_n) * scale, times = (newtons) => `${stanceTimes(newtons / held.weight_n)} ×`;
  const down = (lever, y, newtons, name) => newtons > 0.5 && { from: [from(lever), y], to: [from(lever), y + per(newtons)], words: name, value: times(newtons) };
  const angle = (held.direction_deg * Math.PI) / 180, pull = [Math.cos(angle), Math.sin(angle)];
  const line = [hip[0] + 1000 * held.arm_m * Math.sin(angle), hip[1] - 1000 * held.arm_m * Math.cos(angle)];
  const start = [line[0] - pull[0] * 70, line[1] - pull[1] * 70], length = per(held.abductor_n);
  const beside = from(held.stick_m) - Math.sign(held.stick_m) * 34;
  const stick = held.stick_n > 0.5 && { from: [beside, 480], to: [beside, 480 - per(held.stick_n)], words: "Stick", value: times(held.stick_n) };
  const bag = (hand) => (joints[`hand_${hand}_y`] ?? 0) + 215;
  return {
    body: down(held.lever_m, hip[1] - (close ? 190 : 330), held.body_n, "Body less the leg"),
    abductors: held.abductor_n > 0.5 && { from: start, to: [start[0] + pull[0] * length, start[1] + pull[1] * length], words: "Abductors", value: times(held.abductor_n), asked: true },
    joint: { from: [hip[0] + (held.joint_x_n / held.joint_n) * per(held.joint_n), hip[1] + (held.joint_y_n / held.joint_n) * per(held.joint_n)], to: hip, words: "Hip joint", value: times(held.joint_n), asked: true },
    stick,
    "load-opposite": down(held.hand_opposite_m, bag("opposite"), held.load_opposite_n, "Bag"),
    "load-same": down(held.hand_same_m, bag("same"), held.load_same_n, "Bag"),
  };
}

function stanceArrow(kind) {
  const halo = stanceSvg("path", { class: "ss-arrow-halo" }), line = stanceSvg("path", { class: "ss-arrow-line" }), tip = stanceSvg("path", { class: "ss-arrow-tip" });
  const words = stanceSvg("text", { class: "ss-words" }), value = stanceSvg("tspan", { class: "ss-value" }), name = stanceSvg("tspan");
  words.append(name, value);
  const el = stanceSvg("g", { class: `ss-force ss-${kind}`, "data-force": kind }, halo, line, tip, words);

  function show(force) {
    el.style.display = force ? "" : "none";
    if (!force) return;
    const { from, to, size } = force, length = Math.hypot(to[0] - from[0], to[1] - from[1]) || 1;
    const way = [(to[0] - from[0]) / length, (to[1] - from[1]) / length], head = Math.min(26, Math.max(length * 0.6, size * 0.6));
    const neck = [to[0] - way[0] * head, to[1] - way[1] * head], side = [-way[1] * head * 0.45, way[0] * head * 0.45];
    const shaft = `M${from[0].toFixed(1)} ${from[1].toFixed(1)}L${neck[0].toFixed(1)} ${neck[1].toFixed(1)}`;
    halo.setAttribute("d", shaft);
    line.setAttribute("d", shaft);
    tip.setAttribute("d", `M${to[0].toFixed(1)} ${to[1].toFixed(1)}L${(neck[0] + side[0]).toFixed(1)} ${(neck[1] + side[1]).toFixed(1)}L${(neck[0] - side[0]).toFixed(1)} ${(neck[1] - side[1]).toFixed(1)}Z`);
    label(force, size);
  }

  function label({ from, to, words: text, value: number, mirror, box }, size) {
    const medial = ["body", "load-opposite"].includes(kind) || (kind === "stick" && from[0] * mirror < 0), outwards = medial ? -mirror : mirror;
    const at = kind === "joint" || kind === "abductors" ? (kind === "joint" ? from : to) : kind === "body" ? from : [(from[0] + to[0]) / 2, (from[1] + to[1]) / 2];
    const wide = 0.7 * size * Math.max(text.length, number.length), [low, high] = outwards > 0 ? [-Infinity, box[0] + box[2] - wide] : [box[0] + wide, Infinity];
    const wished = at[0] + outwards * size * 0.7, x = Math.min(high, Math.max(low, wished)), aside = x === wished ? 0 : size * 1.9;
    const y = aside + (kind === "abductors" ? Math.min(at[1], from[1] + 400) - size * 0.2 : at[1] + size * 0.2);
    putAttribute(words, "text-anchor", outwards > 0 ? "start" : "end");
    putAttribute(words, "font-size", size);
    for (const [line, dy] of [[name, 0], [value, 1.1]]) {
      putAttribute(line, "x", x.toFixed(1));
      putAttribute(line, "dy", `${dy}em`);
    }
    putAttribute(words, "y", y.toFixed(1));
    putText(name, text);
    putText(value, number);
  }
  return { el, show };
}

// Lines from the hip to where each force passes it.
function stanceLevers({ held }, hip, { x, from, size, close, covered }) {
  const y = hip[1], at = (mm) => x(mm).toFixed(1), out = [];
  const lever = (name, to, level, text, below = 0) => {
    const line = stanceSvg("path", { class: `ss-lever ss-${name}`, d: `M${at(hip[0])} ${level}H${at(to)}M${at(hip[0])} ${level - size * 0.3}v${size * 0.6}M${at(to)} ${level - size * 0.3}v${size * 0.6}` });
    const words = stanceSvg("text", { class: "ss-words ss-lever-words", x: at((hip[0] + to) / 2), y: level - size * 0.4 + below, "text-anchor": "middle", "font-size": size * 0.85 });
    words.textContent = text;
    out.push(line, words);
  };
  const cm = (metres) => `${stanceNumber(Math.abs(metres) * 100, 1)} cm`;
  const row = close ? 26 : 62;
  lever("body", from(held.lever_m), y + row * 0, close ? cm(held.lever_m) : "", size * 1.6);
  if (held.stick_n > 0.5) lever("stick", from(held.stick_m), y + row, close ? "" : cm(held.stick_m));
  if (held.load_opposite_n > 0.5) lever("load-opposite", from(held.hand_opposite_m), y + row * 2, close ? "" : cm(held.hand_opposite_m));
  if (held.load_same_n > 0.5) lever("load-same", from(held.hand_same_m), y + row * 2, close ? "" : cm(held.hand_same_m));
  if (!covered) out.push(...stanceArm(held, hip, { at, x, size, close, cm }));
  out.push(stanceSvg("circle", { class: "ss-hip", cx: at(hip[0]), cy: y, r: close ? 5 : 9 }));
  return out;
}

// The abductors' own lever: square on their line.
function stanceArm(held, hip, { at, x, size, close, cm }) {
  const angle = (held.direction_deg * Math.PI) / 180, mm = 1000 * held.arm_m;
  const foot = [hip[0] + mm * Math.sin(angle), hip[1] - mm * Math.cos(angle)];
  const line = stanceSvg("path", { class: "ss-lever ss-abductors", d: `M${at(hip[0])} ${hip[1].toFixed(1)}L${at(foot[0])} ${foot[1].toFixed(1)}` });
  if (!close) return [line];
  const words = stanceSvg("text", { class: "ss-words ss-arm-words", x: at(hip[0] - size * 0.5), y: hip[1] - size * 0.9, "text-anchor": x(1) > 0 ? "end" : "start", "font-size": size * 0.85 });
  words.textContent = cm(held.arm_m);
  return [line, words];
}

// What the hands hold, and the floor.
function stanceProps({ held, joints }, x) {
  const out = [stanceSvg("path", { class: "ss-floor", d: "M-520 842H520" })];
  const sticks = held.stick_n > 0.5 && [held.stick_m > 0 ? "opposite" : "same"];
  if (sticks) {
    const hand = sticks[0], top = [x(joints[`hand_${hand}_x`]), joints[`hand_${hand}_y`] - 6];
    const foot = x(joints.hip_x - 1000 * held.stick_m);
    out.push(stanceSvg("path", { class: "ss-stick-wood", d: `M${foot} 838L${top[0]} ${top[1]}` }), stanceSvg("path", { class: "ss-stick-grip", d: `M${top[0] - 26} ${top[1]}h52` }));
  }
  for (const hand of ["opposite", "same"]) {
    const newtons = held[`load_${hand}_n`];
    if (newtons <= 0.5) continue;
    const grip = [x(joints[`hand_${hand}_x`]), joints[`hand_${hand}_y`]], half = 30 + Math.sqrt(newtons) * 3.2;
    const [left, right, top, low] = [grip[0] - half, grip[0] + half, grip[1] + 70, grip[1] + 70 + half * 1.9];
    out.push(stanceSvg("path", { class: "ss-bag-strap", d: `M${left + half * 0.5} ${top}Q${grip[0]} ${grip[1] - 46} ${right - half * 0.5} ${top}` }));
    out.push(stanceSvg("path", { class: "ss-bag", d: `M${left} ${top}H${right}L${right - 6} ${low - 8}Q${right - 8} ${low} ${right - 18} ${low}H${left + 18}Q${left + 8} ${low} ${left + 6} ${low - 8}Z` }));
  }
  return out;
}
