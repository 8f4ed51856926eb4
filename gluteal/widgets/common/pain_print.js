// A sheet for paper, in a frame of its own: it prints the drawing and nothing of the page around it, with no network.

const PAIN_SHEET = `
@page { size: A4; margin: 14mm; }
body { font: 10.5pt/1.4 system-ui, "Segoe UI", sans-serif; color: #1a1a1e; margin: 0; }
h1 { font-size: 15pt; margin: 0 0 1mm; } h2 { font-size: 12pt; margin: 5mm 0 1mm; } p { margin: 0 0 1.5mm; }
.charts { display: flex; gap: 4mm; margin: 3mm 0; } figure { margin: 0; flex: var(--wide) 1 0; } figcaption { font-weight: 600; font-size: 9.5pt; display: flex; justify-content: space-between; }
svg { width: 100%; height: auto; display: block; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
.gd-shape { fill-opacity: 0.72; stroke-width: 1.4; stroke-opacity: 0.9; } .gd-texture { fill-opacity: 0.8; }
.gd-numbers text { fill: #14100e; stroke: #fff; paint-order: stroke; text-anchor: middle; dominant-baseline: central; font-weight: 700; }
.gd-ring, .gd-zone { display: none; }
.scale { display: flex; flex-wrap: wrap; gap: 1mm 4mm; align-items: center; font-size: 9.5pt; } .scale span { display: inline-flex; gap: 1.5mm; align-items: center; } .scale svg { width: 5.5mm; height: 5.5mm; }
ol, ul { margin: 0; padding-left: 6mm; } li { margin-bottom: 1.5mm; break-inside: avoid; } .tag { border: 0.3mm solid #555; border-radius: 2mm; padding: 0 1.5mm; font-size: 8.5pt; white-space: nowrap; }
small { color: #444; font-size: 9pt; } .foot { border-top: 0.3mm solid #999; margin-top: 5mm; padding-top: 2mm; font-size: 9pt; color: #333; }
`;

// parts: { charts: [painChart], scale, drawing, sections: [nodes] }
function painPrint(host, parts) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "gd-sheet", title: "Sheet for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Pain drawing</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, PAIN_SHEET));
  page.body.append(...painSheet(parts).map((node) => page.adoptNode(node)));
  setTimeout(() => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  }, 50);
}

function painSheet({ charts, scale, drawing, sections, note }) {
  const day = drawing.made ? new Date(drawing.made).toLocaleString([], { dateStyle: "long", timeStyle: "short" }) : "";
  return [
    h("h1", {}, "Pain drawing"),
    h("p", {}, [drawing.label && `Label: ${drawing.label}`, day && `Painted: ${day}`].filter(Boolean).join(" · ") || "Without label and date"),
    h("div", { class: "charts" }, charts.map(painPrintedChart)),
    painPrintedScale(charts, scale),
    ...sections,
    h("p", { class: "foot" }, note),
  ];
}

function painPrintedChart(chart) {
  const svg = chart.svg.cloneNode(true);
  svg.setAttribute("viewBox", chart.whole.join(" "));
  const size = chart.whole[3] / 45; // all charts are printed to one scale
  svg.querySelector(".gd-numbers").replaceChildren(...chart.numbers().map(({ value, x, y }) => svgNode("text", { x, y, "font-size": size, "stroke-width": size / 4 }, String(value))));
  const [left, right] = chart.letters;
  const figure = h("figure", {}, h("figcaption", {}, h("span", {}, left), h("span", {}, chart.grid.title), h("span", {}, right)), svg);
  figure.style.setProperty("--wide", chart.whole[2]);
  return figure;
}

function painPrintedScale(charts, scale) {
  const used = [...new Set(charts.flatMap((chart) => chart.numbers().map((one) => one.value)))].sort((a, b) => a - b);
  if (!used.length) return h("p", {}, "Nothing is painted.");
  return h("p", { class: "scale" }, h("span", {}, "Intensity, 0 to 10:"), used.map((value) => h("span", {}, painSwatch(scale, value, 20), String(value))));
}
