// Sheets to print: one exercise on a page, or a chosen set in rows; pictures from the figure, boxes for the days.

const EXERCISE_SHEET = `
@page { size: A4; margin: 11mm 12mm; }
body { font: 10pt/1.35 system-ui, "Segoe UI", Arial, sans-serif; color: #17171a; margin: 0; }
h1 { font-size: 15pt; margin: 0 0 1.5mm; } h2 { font-size: 10.5pt; margin: 3mm 0 1mm; border-bottom: 0.3mm solid #555; } p { margin: 0 0 1mm; }
ul { margin: 0; padding-left: 5mm; } figure { margin: 0; display: inline-block; width: 60mm; vertical-align: top; text-align: center; } img { width: 100%; } figcaption { font-size: 8.5pt; }
table { border-collapse: collapse; width: 100%; } td, th { border: 0.2mm solid #777; padding: 1mm 1.4mm; text-align: center; vertical-align: middle; font-weight: normal; height: 6mm; }
.stop { border: 0.5mm solid #b3261e; padding: 1.5mm 2.5mm; margin-bottom: 2mm; } .stop h2 { border: 0; margin: 0; } .pair { columns: 2; } small { font-size: 7.6pt; color: #404044; }
.set { font-size: 8.6pt; line-height: 1.25; } .set .row { break-inside: avoid; } .set .row td { text-align: left; vertical-align: top; height: auto; } .set img { width: 30mm; } .set .pictures { width: 62mm; white-space: nowrap; } .set .days td { width: 6mm; padding: 0.4mm; text-align: center; font-size: 7pt; height: 4.6mm; } .set .days { width: auto; margin-top: 1mm; }
`;
const EXERCISE_DAYS = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

// pictures(id) → { start, end, error }, each a PNG as a data URL.
function exercisePrint(host, records, ids, pictures) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "ep-sheet", title: "Exercises for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Exercises</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, EXERCISE_SHEET));
  const nodes = ids.length === 1 ? exerciseOnePage(records, ids[0], pictures(ids[0])) : exerciseSetPage(records, ids, pictures);
  page.body.append(...nodes.map((node) => page.adoptNode(node)));
  const waiting = [...page.images].map((image) => image.decode?.().catch(() => {}));
  Promise.all(waiting).then(() => {
    frame.dataset.ready = "yes";
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
}

const exerciseDays = (weeks) => h("table", { class: "days" }, Array.from({ length: weeks + 1 }, (_, row) => h("tr", {}, EXERCISE_DAYS.map((day) => h("td", {}, row ? "" : day)))));
const exerciseStops = (records, cautions) => h("div", { class: "stop" }, h("h2", {}, records.say.first), h("ul", {}, [...cautions.map(exerciseSentence), ...records.stops.map(([words]) => words)].map((words) => h("li", {}, words))));
const exerciseFigure = (source, words) => h("figure", {}, h("img", { src: source, alt: words }), h("figcaption", {}, words));

function exerciseOnePage(records, id, { start, end, error }) {
  const one = records.exercises[id], list = (kids) => h("ul", {}, kids.map((words) => h("li", {}, words)));
  return [
    h("h1", {}, one.name), exerciseStops(records, one.cautions),
    h("div", {}, exerciseFigure(start, "Start"), exerciseFigure(end, "End"), exerciseFigure(error, `Not like this: ${one.error[1][0].toLowerCase()}${one.error[1].slice(1)}`)),
    h("h2", {}, "How"), h("p", {}, exerciseSentence(one.start)), h("p", {}, exerciseSentence(one.movement)), h("div", { class: "pair" }, list(one.cues)),
    h("h2", {}, "How much"), h("p", {}, exerciseSentence(one.dose), " ", h("small", {}, `${exerciseSentence(one.dose_basis)} ${one.dose_grade[0]} ${one.dose_grade[1]}`)),
    h("h2", {}, "Avoid"), h("div", { class: "pair" }, list(one.errors)),
    h("h2", {}, "Done"), exerciseDays(4),
    h("p", {}, h("small", {}, `${records.say.printed} How sure: ${one.grade[0]} ${one.grade[1]}, ${one.evidence}. ${one.sources.map((source) => source.short).join("; ")}`)),
  ];
}

function exerciseSetPage(records, ids, pictures) {
  const cautions = [...new Set(ids.flatMap((id) => records.exercises[id].cautions))];
  const row = (id) => {
    const one = records.exercises[id], { start, end } = pictures(id);
    return h("tr", { class: "row" }, h("td", { class: "pictures" }, h("img", { src: start, alt: "Start" }), h("img", { src: end, alt: "End" })), h("td", {}, h("b", {}, one.name), h("p", {}, `${exerciseSentence(one.start)} ${exerciseSentence(one.movement)}`), h("p", {}, h("b", {}, exerciseSentence(one.dose))), exerciseDays(1)));
  };
  return [h("div", { class: "set" }, h("h1", {}, `Exercises (${ids.length})`), exerciseStops(records, cautions), h("table", {}, ids.map(row)), h("p", {}, h("small", {}, records.say.printed)))];
}
