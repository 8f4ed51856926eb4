// What the finger feels, drawn live: resistance against the path of the finger, and the tip of the finger in the skin.

const CURVE = { width: 270, height: 132, left: 26, top: 10, bottom: 24, path: 90, finest: 0.4 };

function palpCurve() {
  const { width, height, left, top, bottom, path } = CURVE;
  const floor = height - bottom;
  const y = (resistance) => floor - (resistance / 10) * (floor - top);
  const x = (along) => left + (along / path) * (width - left - 6);
  const grid = [0, 2, 4, 6, 8, 10].map((tick) => svgNode("path", { d: `M${left} ${y(tick)}H${width - 6}`, class: tick ? "pt-grid" : "pt-axis" }));
  const words = [0, 5, 10].map((tick) => svgNode("text", { x: left - 5, y: y(tick) + 4, "text-anchor": "end" }, String(tick)));
  const ticks = [0, 30, 60, 90].map((tick) => svgNode("text", { x: x(tick), y: height - 9, "text-anchor": tick === 90 ? "end" : "middle" }, tick === 90 ? "90 mm" : String(tick)));
  const turns = svgNode("path", { class: "pt-turns" });
  const area = svgNode("path", { class: "pt-area" });
  const line = svgNode("path", { class: "pt-line" });
  const now = svgNode("circle", { r: 5, class: "pt-now" });
  const svg = svgNode("svg", { class: "pt-curve-svg", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": "Resistance under the finger along its path" }, ...grid, ...words, ...ticks, turns, area, line, now);
  let samples = [];
  let along = 0;

  function add(distance, resistance, turned = false) {
    along += distance;
    const last = samples.at(-1);
    if (last && along - last.along < CURVE.finest && !turned) last.resistance = resistance;
    else samples.push({ along, resistance, turned });
    const first = along - path;
    while (samples.length > 2 && samples[1].along < first) samples.shift();
  }

  // A lift of the finger parts the curve.
  function lift() {
    if (samples.length && samples.at(-1).resistance !== null) samples.push({ along, resistance: null });
  }

  function draw() {
    const start = Math.max(0, along - path);
    const runs = [[]];
    for (const sample of samples) {
      if (sample.resistance === null) runs.push([]);
      else runs.at(-1).push(`${x(Math.max(0, sample.along - start)).toFixed(1)} ${y(sample.resistance).toFixed(1)}`);
    }
    const shown = runs.filter((run) => run.length > 1);
    const strokes = shown.map((run) => `M${run.join("L")}`);
    line.setAttribute("d", strokes.join(""));
    area.setAttribute("d", shown.map((run, index) => `${strokes[index]}L${run.at(-1).split(" ")[0]} ${floor}L${run[0].split(" ")[0]} ${floor}Z`).join(""));
    turns.setAttribute("d", samples.filter((one) => one.turned && one.along > start).map((one) => `M${x(one.along - start).toFixed(1)} ${top}V${floor}`).join(""));
    const last = samples.at(-1);
    now.style.display = last && last.resistance !== null ? "" : "none";
    if (last?.resistance != null) {
      now.setAttribute("cx", x(Math.max(0, last.along - start)));
      now.setAttribute("cy", y(last.resistance));
    }
  }

  function clear() {
    samples = [];
    along = 0;
    draw();
  }

  return { svg, add, lift, draw, clear, tallest: () => Math.max(0, ...samples.map((one) => one.resistance ?? 0)) };
}

// The tip of the finger from the side, at true scale: how deep it sinks in.
function palpTip() {
  const [width, height, ground] = [96, 44, 21];
  const skin = svgNode("path", { class: "pt-tip-skin" });
  const fat = svgNode("path", { class: "pt-tip-fat" });
  const flesh = svgNode("path", { class: "pt-tip-flesh" });
  const bone = svgNode("path", { class: "pt-tip-bone", d: `M0 ${height - 3.5}Q${width / 2} ${height - 6} ${width} ${height - 3}V${height}H0Z` });
  const tip = svgNode("g", { class: "pt-tip" },
    svgNode("path", { class: "pt-tip-finger", d: "M-6 3C-9 -1 -7.5 -7 -2 -10L18 -30L34 -20L12 0C6 5.5 -3 6.5 -6 3Z" }),
    svgNode("path", { class: "pt-tip-nail", d: "M-7 -2.4C-7.6 -6 -5.4 -8.6 -1.6 -10.6L3.4 -15.4C1.6 -11.4 -3.4 -6.6 -7 -2.4Z" }));
  const svg = svgNode("svg", { class: "pt-tip-svg", viewBox: `0 0 ${width} ${height}`, "aria-hidden": "true" }, flesh, bone, fat, skin, tip);
  const places = Array.from({ length: 33 }, (_, index) => (index * width) / 32);

  function sink(depth) {
    const at = (place, share, wide) => ground + share * depth * Math.exp(-(((place - width / 2) / wide) ** 2));
    const edge = (share, wide, below) => places.map((place) => `${place} ${(at(place, share, wide) + below).toFixed(2)}`).join("L");
    const band = (share, wide, from, to) => `M${edge(share, wide, from)}L${places.slice().reverse().map((place) => `${place} ${(at(place, share * 0.8, wide * 1.15) + to).toFixed(2)}`).join("L")}Z`;
    skin.setAttribute("d", band(1, 11, 0, 1.6));
    fat.setAttribute("d", band(0.82, 12.6, 1.4, 6));
    flesh.setAttribute("d", `M${edge(0.64, 14.5, 5.6)}L${width} ${height}L0 ${height}Z`);
  }

  function show(down, depth) {
    sink(down ? depth : 0);
    tip.setAttribute("transform", `translate(${width / 2 + 1} ${ground - 5 + (down ? depth : -6)})`);
  }

  show(false, 0);
  return { svg, show };
}
