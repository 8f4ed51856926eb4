// One A4 page in a frame of its own: the empty form to write on, or what was filled in. No network.

const INTERVIEW_SHEET = `
@page { size: A4; margin: 11mm 12mm; }
body { font: 8.3pt/1.22 system-ui, "Segoe UI", Arial, sans-serif; color: #17171a; margin: 0; }
h1 { font-size: 13pt; margin: 0; } h2 { font-size: 9.2pt; margin: 1.5mm 0 0.4mm; border-bottom: 0.3mm solid #555; } p { margin: 0; }
.head { display: flex; justify-content: space-between; gap: 6mm; align-items: baseline; } .head span { white-space: nowrap; }
.flags { columns: 2; column-gap: 6mm; font-size: 7.3pt; line-height: 1.16; } .flags div { display: flex; gap: 1.6mm; break-inside: avoid; padding: 0.45mm 0; }
.row { display: flex; gap: 3mm; align-items: flex-end; break-inside: avoid; padding: 0.35mm 0; } .row > div:first-child { flex: 0 0 62%; }
.boxes { white-space: nowrap; } .line { flex: 1; border-bottom: 0.25mm dotted #555; min-height: 5.6mm; align-self: stretch; display: flex; align-items: flex-end; }
small { color: #4a4a4e; font-size: 6.8pt; line-height: 1.12; display: block; } .foot { margin-top: 1.5mm; font-size: 7.2pt; color: #333; }
.do { font-weight: 700; }
`;

function interviewPrint(host, records, given) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "ic-sheet", title: "Sheet for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Interview for possible causes</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, INTERVIEW_SHEET));
  page.body.append(...interviewSheet(records, given).map((node) => page.adoptNode(node)));
  setTimeout(() => {
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  }, 50);
}

const interviewBoxes = (answer) => h("span", { class: "boxes" }, `${answer === "yes" ? "☒" : "☐"} yes ${answer === "no" ? "☒" : "☐"} no`);

function interviewSheet(records, given) {
  const urgent = records.flags.filter((flag) => given.answers[flag.id] === "yes");
  return [
    h("div", { class: "head" }, h("h1", {}, records.say.title), h("span", {}, "Code: ________  Date: ____________")),
    h("p", {}, records.say.lead),
    h("h2", {}, records.say.flags),
    h("div", { class: "flags" }, records.flags.map((flag) => h("div", {}, interviewBoxes(given.answers[flag.id]), h("span", {}, flag.question)))),
    ...urgent.map((flag) => h("p", { class: "do" }, `→ ${flag.action}.`)),
    ...records.parts.flatMap((part, place) => [h("h2", {}, `${place + 2}. ${part.title}`), ...part.questions.map((one) => interviewLine(one, given))]),
    h("p", { class: "foot" }, records.say.printed),
  ];
}

function interviewLine(one, given) {
  const why = h("small", {}, `${one.why} ${one.symbol}${one.sources.length ? ` ${one.sources.map((source) => source.short).join("; ")}` : ""}`);
  return h("div", { class: "row" }, h("div", {}, one.question, why), one.kind === "yes-no" && interviewBoxes(given.answers[one.id]), h("div", { class: "line" }, given.notes[one.id] ?? ""));
}
