// A sheet for paper, in a frame of its own: it prints answers and reasons and nothing of the page around it.

const SYMP_SHEET = `
@page { size: A4; margin: 14mm; }
body { font: 10pt/1.4 system-ui, "Segoe UI", sans-serif; color: #1a1a1e; margin: 0; }
h1 { font-size: 15pt; margin: 0 0 1mm; } h2 { font-size: 12pt; margin: 5mm 0 1mm; } h4 { font-size: 10.5pt; margin: 3mm 0 0.5mm; } p { margin: 0 0 1mm; }
ul, ol { margin: 0; padding-left: 6mm; } li { break-inside: avoid; } table { border-collapse: collapse; width: 100%; }
th { text-align: left; padding-top: 1mm; } td { vertical-align: top; padding: 0.4mm 2mm 0.4mm 0; } td:first-child { width: 10mm; text-align: right; } tr { break-inside: avoid; }
.columns { columns: 2; column-gap: 8mm; } .gl-hidden { display: none; } .sx-note, .sx-remark, .sx-cite { color: #444; font-size: 9pt; } a { color: inherit; text-decoration: none; }
.sx-basis { border: 0.3mm solid #777; border-radius: 2mm; padding: 0 1.2mm; font-size: 8pt; white-space: nowrap; } .foot { border-top: 0.3mm solid #999; margin-top: 5mm; padding-top: 2mm; font-size: 9pt; }
.sx-do { font-weight: 700; }
`;

function sympPrint(host, table, now) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "sx-sheet", title: "Sheet for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Symptoms and findings</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, SYMP_SHEET));
  page.body.append(...sympSheet(table, now).map((node) => page.adoptNode(node)));
  setTimeout(() => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  }, 50);
}

function sympSheet(table, now) {
  const answers = (answer) => table.features.filter((_, place) => now.given[place] === answer).map((feature) => h("li", {}, feature[table.answers[answer]]));
  const list = (title, items) => items.length > 0 && [h("h4", {}, title), h("ul", {}, items)];
  const flags = now.open.length ? `${now.open.length} of ${now.flags.length} questions about red flags are open.` : now.urgent.length ? "" : `All ${now.flags.length} questions about red flags were answered no.`;
  return [
    h("h1", {}, "Symptoms and findings"), h("p", {}, table.words.no_diagnosis), flags && h("p", {}, flags),
    ...(now.urgent.length ? sympAlarm(table, now.urgent) : []),
    h("h2", {}, "Asked and found"), h("div", { class: "columns" }, ...[list("Present", answers(0)), list("Absent", answers(1))].filter(Boolean).flat()),
    ...sympPrinted(table, now), h("p", { class: "foot" }, table.say.printed),
  ].filter(Boolean);
}

function sympPrinted(table, now) {
  if (!now.list.length) return [h("p", {}, now.remarks[0])];
  const clash = now.contradictions.map(({ said, sentence }) => h("li", {}, `${said[0]} – and: ${sympLower(said[1])}. ${sentence}`));
  return [
    h("h2", {}, "What to think of next"), ...now.remarks.slice(0, -1).map((text) => h("p", {}, text)),
    clash.length > 0 && h("ul", {}, clash),
    h("ol", { class: "columns" }, now.list.map((one) => h("li", { value: one.place }, `${one.name}: ${sympCount(one.score, "point").replace("-", "−")} (before: ${one.prior})`))),
    h("h2", {}, "Why: the first three"), h("p", { class: "sx-note" }, table.words.dependence), ...now.list.slice(0, 3).map((one) => sympCard(table, one)),
    h("h2", {}, now.apart.title), h("ol", {}, now.apart.questions.map((one) => h("li", {}, `${one.question} ${one.words}`))),
  ].filter(Boolean);
}
