// Two strips over time: pressure with the threshold, and reported pain with resistance.

const RELEASE_BOX = { width: 560, left: 44, right: 10, height: 170, top: 26, bottom: 26 };

function releaseSvg(tag, props, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props ?? {})) node.setAttribute(name, value);
  node.append(...kids);
  return node;
}

function releaseStrip(title, most, ticks, lines) {
  const { width, left, right, height, top, bottom } = RELEASE_BOX;
  const y = (value) => top + (1 - value / most) * (height - top - bottom);
  const grid = releaseSvg("g", {}), paths = lines.map((line) => releaseSvg("path", { class: `pr-line pr-line-${line}` }));
  const axis = releaseSvg("g", {}), label = releaseSvg("text", { x: left, y: 15, class: "pr-axis pr-name" });
  const el = releaseSvg("svg", { viewBox: `0 0 ${width} ${height}`, class: "pr-chart", role: "img" }, label, grid, axis, ...paths);
  label.textContent = title;

  function scale(factor) {
    grid.replaceChildren(...ticks.flatMap((value) => {
      const text = releaseSvg("text", { x: left - 6, y: y(value) + 4, class: "pr-axis", "text-anchor": "end" });
      text.textContent = Math.round(value * factor);
      return [releaseSvg("line", { x1: left, x2: width - right, y1: y(value), y2: y(value), class: "pr-grid" }), text];
    }));
  }

  function show(trace, span) {
    const x = (time) => left + (time / span) * (width - left - right), every = Math.max(1, Math.ceil(trace.length / 500));
    const shown = trace.filter((one, i) => i % every === 0 || i === trace.length - 1);
    lines.forEach((line, i) => paths[i].setAttribute("d", shown.map((one, at) => `${at ? "L" : "M"}${x(one.time).toFixed(1)} ${y(Math.min(most, one[line])).toFixed(1)}`).join("")));
    const marks = [0, span / 2, span].map((time, i) => {
      const text = releaseSvg("text", { x: x(time), y: height - 6, class: "pr-axis", "text-anchor": ["start", "middle", "end"][i] });
      text.textContent = `${Math.round(time)} s`;
      return text;
    });
    axis.replaceChildren(...marks);
  }

  return { el, show, scale, name: (text) => putAttribute(el, "aria-label", text), title: (text) => putText(label, text) };
}
