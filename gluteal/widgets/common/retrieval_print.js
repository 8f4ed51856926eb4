// The summary on paper: results by objective, what to revise, what comes when. In a frame of its own; no network.

const RV_SHEET = `
@page { size: A4; margin: 12mm 14mm; }
body { font: 9pt/1.32 system-ui, "Segoe UI", Arial, sans-serif; color: #17171a; margin: 0; }
h1 { font-size: 14pt; margin: 0 0 1mm; } h2 { font-size: 10.5pt; margin: 4mm 0 1mm; } p { margin: 0 0 1mm; } ul, ol { margin: 0; padding-left: 5mm; }
table { border-collapse: collapse; width: 100%; font: inherit; } td, th { border-bottom: 0.2mm solid #999; padding: 0.7mm 1.5mm 0.7mm 0; text-align: left; vertical-align: top; font-weight: 400; } thead th { font-weight: 700; } tr, li { break-inside: avoid; }
td { width: 19mm; } td:last-child { width: 25mm; } tbody th.lesson { font-weight: 700; padding-top: 2mm; } .lines { display: flex; gap: 8mm; margin: 2mm 0; } .lines span { flex: 1; border-bottom: 0.2mm solid #555; } .foot { margin-top: 4mm; font-size: 8pt; color: #404044; }
`;

function rvPrint(host, records, record, now) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "rv-sheet", title: "Summary for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>What I remember</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, RV_SHEET));
  page.body.append(...rvSheet(records, record, now).map((node) => page.adoptNode(node)));
  frame.dataset.ready = "yes";
  setTimeout(() => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  }, 50);
}

function rvSheet(records, record, now) {
  const report = rvReport(records, record, now), begun = report.filter((part) => part.total.answered), open = report.filter((part) => !part.total.answered);
  const sum = (name) => report.reduce((total, part) => total + part.total[name], 0), answered = sum("answered");
  const revise = rvRevise(report, 8), coming = rvComing(records, record, now);
  return [
    h("h1", {}, "What I remember"), h("p", { class: "lines" }, h("span", {}, "Name: "), h("span", {}, `Date: ${new Date(now).toISOString().slice(0, 10)}`)),
    h("p", {}, `${answered} of ${sum("all")} questions answered. Right on the first try: ${rvShare(sum("first"), answered)}. Right the latest time: ${rvShare(sum("latest"), answered)}.`),
    h("h2", {}, "By objective"), begun.length ? rvPaperTable(begun, now) : h("p", {}, "Nothing was answered yet."),
    ...(open.length ? [h("p", {}, `Not begun: ${open.map((part) => `${part.lesson.id} ${part.lesson.title}`).join("; ")}.`)] : []),
    h("h2", {}, "What to revise first"), revise.length ? h("ol", {}, revise.map((goal) => h("li", {}, `Lesson ${goal.lesson.id}: ${goal.text} (${goal.missed} missed of ${goal.answered})`))) : h("p", {}, "Nothing is missed at the moment."),
    h("h2", {}, "When questions come again"), h("p", {}, rvComingWords(records, coming)),
    h("p", { class: "foot" }, records.say.printed),
  ];
}

function rvPaperTable(begun, now) {
  const row = (goal) => h("tr", {}, h("th", { scope: "row" }, goal.text), h("td", {}, `${goal.answered} of ${goal.all}`), h("td", {}, rvShare(goal.first, goal.answered)), h("td", {}, rvShare(goal.latest, goal.answered)), h("td", {}, rvNext(goal, now)));
  return h("table", {}, h("thead", {}, h("tr", {}, ["Objective", "Answered", "Right first", "Right latest", "Next"].map((name) => h("th", { scope: "col" }, name)))),
    begun.map((part) => h("tbody", {}, h("tr", {}, h("th", { class: "lesson", scope: "rowgroup", colspan: 5 }, `${part.lesson.id} ${part.lesson.title}`)), part.goals.map(row))));
}
