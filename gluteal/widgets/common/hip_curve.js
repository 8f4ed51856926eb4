// The turning arm of the chosen line against flexion: where it crosses zero, the muscle changes its action.

const HIP_CURVE = { width: 360, height: 190, left: 46, right: 10, top: 10, bottom: 34 };

function hipCurve(state, tell) {
  const { width, height, left, right, top, bottom } = HIP_CURVE, { low, high } = state.fixed.angles[0];
  const x = (flexion) => left + ((flexion - low) / (high - low)) * (width - left - right);
  const y = (arm) => top + ((HIP_MOST_ARM - Math.max(-HIP_MOST_ARM, Math.min(HIP_MOST_ARM, arm))) / (2 * HIP_MOST_ARM)) * (height - top - bottom);
  const text = (at, words, props = {}) => {
    const node = svgNode("text", { x: at[0], y: at[1], ...props });
    node.textContent = words;
    return node;
  };
  const line = svgNode("path", { class: "hx-curve-line" }), dot = svgNode("circle", { class: "hx-curve-dot", r: 6 }), flips = svgNode("g", { class: "hx-curve-flips" });
  const ticks = [0, 30, 60, 90].map((flexion) => text([x(flexion), height - 18], `${flexion}°`, { "text-anchor": "middle" }));
  const marks = [-40, -20, 20, 40].map((arm) => text([left - 6, y(arm) + 4], `${Math.abs(arm)}`, { "text-anchor": "end" }));
  const picture = svgNode("svg", { viewBox: `0 0 ${width} ${height}`, class: "hx-curve", role: "img" },
    svgNode("rect", { class: "hx-inward", x: left, y: top, width: width - left - right, height: y(0) - top }), svgNode("rect", { class: "hx-outward", x: left, y: y(0), width: width - left - right, height: height - bottom - y(0) }),
    svgNode("path", { class: "hx-zero", d: `M${left} ${y(0)}H${width - right}` }), text([width - right - 4, top + 14], "turns inward", { "text-anchor": "end" }), text([width - right - 4, height - bottom - 6], "turns outward", { "text-anchor": "end" }),
    ...ticks, ...marks, text([(left + width) / 2, height - 4], "flexion", { "text-anchor": "middle" }), text([6, top + 8], "mm"), line, flips, dot);
  const title = h("h3", {}), words = h("p", { class: "hx-note" });
  const el = h("section", { class: "hx-panel hx-curve-panel" }, title, picture, words);
  picture.addEventListener("click", (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(picture.getScreenCTM().inverse());
    tell.angle(0, Math.round(Math.max(low, Math.min(high, low + ((at.x - left) / (width - left - right)) * (high - low)))), true);
  });
  let known = "";

  function trace(now) {
    const key = JSON.stringify([now.line, now.variant, ...now.pose.slice(1)]);
    if (key === known) return;
    known = key;
    const arms = [];
    for (let flexion = low; flexion <= high; flexion += 1) arms.push(hipLine(state.table, now.line, hipFrame([flexion, ...now.pose.slice(1, 3)]), now.pose[3], now.variant).arms[2]);
    putAttribute(line, "d", arms.map((arm, at) => `${at ? "L" : "M"}${x(low + at).toFixed(1)} ${y(arm).toFixed(1)}`).join(""));
    const zeros = arms.slice(1).flatMap((arm, at) => (arm * arms[at] < 0 ? [low + at + arms[at] / (arms[at] - arm)] : []));
    flips.replaceChildren(...zeros.flatMap((zero) => [svgNode("path", { d: `M${x(zero)} ${y(0) - 7}V${y(0) + 7}` }), text([x(zero) + 4, y(0) - 10], `${Math.round(zero)}°`)]));
    const name = state.fixed.lines[now.line].short, side = arms[0] > 0 ? "inward" : "outward";
    putText(title, `${name}: which way does it turn the thigh?`);
    const said = zeros.length ? `With this adduction and rotation it changes at about ${zeros.map((zero) => `${Math.round(zero)}°`).join(" and ")} of flexion: ${side} before, ${side === "inward" ? "outward" : "inward"} after.` : `With this adduction and rotation it turns the thigh ${side} at every flexion.`;
    putText(words, said);
    putAttribute(picture, "aria-label", `${name}: turning arm against flexion. ${said}`);
  }

  function show(now) {
    trace(now);
    putAttribute(dot, "cx", x(now.pose[0]).toFixed(1));
    putAttribute(dot, "cy", y(now.lines[now.line].arms[2]).toFixed(1));
  }
  return { el, show };
}
