// A finished case on paper, in a frame of its own. No network.

const CASE_SHEET = `
@page { size: A4; margin: 13mm; }
body { font: 9.4pt/1.32 system-ui, "Segoe UI", Arial, sans-serif; color: #17171a; margin: 0; }
h1 { font-size: 14pt; margin: 0 0 1mm; } h2 { font-size: 10.4pt; margin: 3mm 0 0.8mm; border-bottom: 0.3mm solid #555; } p, ul { margin: 0 0 1mm; } ul { padding-left: 4mm; }
table { border-collapse: collapse; width: 100%; font: inherit; } td, th { border: 0.2mm solid #777; padding: 0.8mm 1.4mm; text-align: left; vertical-align: top; } tr { break-inside: avoid; } h5 { font-size: 9.4pt; margin: 0 0 0.6mm; }
.two { display: flex; gap: 6mm; } .two > div { flex: 1; } dl { margin: 0; } dt { font-weight: 700; } dd { margin: 0 0 0.4mm 3mm; }
.charts { display: flex; gap: 4mm; } .charts svg { height: 62mm; width: auto; } .foot { margin-top: 3mm; font-size: 8pt; }
`;

function casePrint(room, one) {
  room.root.querySelector("iframe.cr-sheet")?.remove();
  const frame = h("iframe", { class: "cr-sheet", title: "Case for printing", "aria-hidden": "true", tabindex: -1 });
  room.root.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Case</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, CASE_SHEET));
  page.body.append(...caseSheet(room, one).map((node) => page.adoptNode(node)));
  frame.dataset.ready = "yes";
  frame.contentWindow?.focus();
  frame.contentWindow?.print();
}

function caseSheet(room, one) {
  const { say } = room.records;
  const charts = [...room.root.querySelectorAll(".cr-paper > svg")].map((svg) => svg.cloneNode(true));
  return [
    h("h1", {}, one.title), h("p", {}, one.opening, " ", one.irritability), h("ul", {}, one.told.map((words) => h("li", {}, words))), h("div", { class: "charts" }, charts), h("p", {}, one.painted),
    h("h2", {}, say.findings), h("ul", {}, one.findings.map((finding) => h("li", {}, `${finding.said}.`))),
    h("h2", {}, say.end), caseTable(room, one),
    h("h2", {}, say.compare), h("div", { class: "two" }, casePlanSide(room, say.yours, caseMade(room, one)), casePlanSide(room, say.model, one.model_plan)),
    ...one.model_answer.map((words) => h("p", {}, words)),
    h("h2", {}, say.sources), h("ul", {}, one.source_keys.map((key) => h("li", {}, room.records.sources[key].reference))), h("p", { class: "foot" }, say.printed),
  ];
}
