// The seesaw: the pelvis as a beam on the head of the femur.

const STANCE_MM_PER_METRE = 760;

function stanceSeesaw() {
  const svg = stanceSvg("svg", { class: "ss-svg ss-seesaw", viewBox: "-330 -190 660 400", role: "img", "aria-label": "The forces as weights on a beam" });
  const sum = h("p", { class: "ss-sum" }), el = h("div", { class: "ss-seesaw-box" }, svg, sum);

  function show(now, mirror, covered) {
    const { held } = now, tilt = held.outer_nm > 0 ? 4 : held.passive_n > 0 ? -6 : 0;
    const beam = stanceSvg("g", { transform: `rotate(${mirror * tilt})` }, stanceSvg("path", { class: "ss-beam", d: "M-300 0H300" }));
    for (const one of stanceOnBeam(held)) if (!(covered && one.asked)) beam.append(...stanceBeamForce(one, mirror));
    svg.replaceChildren(stanceSvg("path", { class: "ss-pivot", d: "M0 6L-34 84H34Z" }), beam, stanceBeamWords(0, 150, "Hip joint", covered ? "" : `pushes up: ${stanceTimes(held.joint_bw)} × body weight`));
    putText(sum, covered ? "The abductors’ force is covered: how much has to pull on the short arm?" : stanceSum(held));
  }
  return { el, show };
}

function stanceOnBeam(held) {
  const one = (kind, words, lever, newtons, sign, asked) => ({ kind, words, lever, newtons, size: (newtons / held.weight_n) * 52, sign, asked });
  return [
    one("abductors", "Abductors", -held.arm_m, held.abductor_n, 1, true),
    one("body", "Body less the leg", held.lever_m, held.body_n, 1),
    one("load-opposite", "Bag", held.hand_opposite_m, held.load_opposite_n, 1),
    one("load-same", "Bag", held.hand_same_m, held.load_same_n, 1),
    one("stick", "Stick", held.stick_m, held.stick_n, -1),
  ].filter((force) => force.newtons > 0.5);
}

// Down from the beam, or up against it from below; the lifted side lies left where the right leg stands.
function stanceBeamForce({ kind, words, lever, newtons, size, sign }, mirror) {
  const x = -mirror * lever * STANCE_MM_PER_METRE, head = 14;
  const [start, end] = sign > 0 ? [0, size] : [size, 4];
  const neck = end - sign * head, arrow = stanceSvg("g", { class: `ss-force ss-${kind}` }, stanceSvg("path", { class: "ss-arrow-line", d: `M${x} ${start}V${neck}` }), stanceSvg("path", { class: "ss-arrow-tip", d: `M${x} ${end}L${x - head * 0.5} ${neck}H${x + head * 0.5}Z` }));
  const above = kind === "abductors" || kind === "body", level = above ? -120 : size + 34;
  const text = stanceBeamWords(x, level, words, `${Math.round(newtons)} N × ${stanceNumber(Math.abs(lever) * 100, 1)} cm`, above ? (x > 0 ? "start" : "end") : "middle");
  return [stanceSvg("path", { class: "ss-guide", d: above ? `M${x} ${level + 32}V-6` : `M${x} ${level - 22}V${size + 2}` }), arrow, text];
}

function stanceBeamWords(x, y, first, second, anchor = "middle") {
  const line = (text, dy, bold) => {
    const node = stanceSvg("text", { class: `ss-words${bold ? " ss-strong" : ""}`, x: anchor === "middle" ? Math.max(-225, Math.min(225, x)) : x, y: y + dy, "text-anchor": anchor, "font-size": 22 });
    node.textContent = text;
    return node;
  };
  return stanceSvg("g", {}, line(first, 0, true), line(second, 25, false));
}

function stanceSum(held) {
  const moments = [["body", held.body_nm], ["bags", held.load_opposite_nm + held.load_same_nm], ["stick", held.stick_nm]].filter(([, value]) => Math.abs(value) > 0.05);
  const turns = moments.map(([name, value], i) => `${value < 0 ? "− " : i ? "+ " : ""}${Math.abs(value).toFixed(0)} N m (${name})`).join(" ");
  return `${turns} = ${held.outer_nm > 0 ? `−${held.outer_nm.toFixed(0)} N m: the weight hangs outside the hip` : `${held.moment_nm.toFixed(0)} N m, so the abductors pull with ${held.moment_nm.toFixed(0)} N m ÷ ${(held.arm_m * 100).toFixed(1)} cm = ${Math.round(held.abductor_n)} N`}.`;
}
