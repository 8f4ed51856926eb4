// The charts of the body (gluteal/widgets/body_art.py): fetching them, and mounting one into an element.
// Needs dom.js, packing.js and plate_art.js before it. Every fault here is an Error whose message is a sentence.

const BODY_FORMAT = 1;

// What a BodyArt model carries, unpacked once for the whole page.
// body = { format, paper, colours, views, charts: [{ id, view, title, mirrored, view_box, midline, sides }], drawings: Map of view -> svg text }
async function fetchBody(model, reference) {
  if (!reference) throw new Error("This widget carries no body charts.");
  let art;
  try {
    art = await modelOf(model, reference);
  } catch {
    throw new Error("The body charts did not come with this page.");
  }
  if (!art.get("packed")) throw new Error("The body charts were made by another version of the lessons.");
  const { body, svg } = await plateOf(art);
  if (body?.format !== BODY_FORMAT) throw new Error("The body charts were made by another version of the lessons.");
  const texts = svg.split(/(?=<svg\s)/);
  return { ...body, drawings: new Map(body.views.map((view, index) => [view, texts[index]])) };
}

function chartOf(body, id) {
  const chart = body.charts.find((one) => one.id === id);
  if (!chart) throw new Error(`There is no body chart “${id}”; there are ${body.charts.map((one) => one.id).join(", ")}.`);
  return chart;
}

const mirrorAt = (x) => `matrix(-1 0 0 1 ${2 * x} 0)`;
const middleOf = ([left, , width]) => left + width / 2;

// Put a chart into an element. Positions are mm in the frame of the chart's view, right side of the body, also on
// the mirrored chart of the left side: what goes into `zones` is mirrored with it. Returns
// { svg, chart, zones, over, skeleton(on), at(clientX, clientY), place([x, y]), remove() }:
//   zones: <g class="zones">, clipped to the outline of the body and under the fading of the trunk;
//   over: <g class="over">, above all, never mirrored nor clipped, for crosses, letters and focus rings; place()
//   turns a position of the chart into one in `over`; at() turns a place on the screen into a position.
function mountChart(host, body, id, { skeleton = false, label = "" } = {}) {
  const chart = chartOf(body, id);
  const svg = readArt(body.drawings.get(chart.view), uid());
  const [defs, ...parts] = svg.children;
  const middle = middleOf(chart.view_box);
  const drawn = svgNode("g", { class: "chart", transform: chart.mirrored ? mirrorAt(middle) : null }, ...parts);
  const over = svgNode("g", { class: "over" });
  svg.replaceChildren(defs, drawn, over);
  svg.setAttribute("role", label ? "img" : "presentation");
  if (label) svg.setAttribute("aria-label", label);
  svg.setAttribute("data-chart", id);
  host.append(svg);

  const zones = drawn.querySelector(".zones");
  const bones = drawn.querySelector(".skeleton");
  const showBones = (on) => bones && (bones.style.display = on ? "" : "none");
  showBones(skeleton);

  function at(clientX, clientY) {
    const matrix = drawn.getScreenCTM();
    if (!matrix) return null;
    const point = new DOMPoint(clientX, clientY).matrixTransform(matrix.inverse());
    return [point.x, point.y];
  }

  return { svg, chart, zones, over, at, skeleton: showBones, place: ([x, y]) => [chart.mirrored ? 2 * middle - x : x, y], remove: () => svg.remove() };
}
