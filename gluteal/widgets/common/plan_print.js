// The plan on one A4 page in a frame of its own, with a box for each day. No network.

const PLAN_SHEET = `
@page { size: A4; margin: 11mm 12mm; }
body { font: 8.6pt/1.25 system-ui, "Segoe UI", Arial, sans-serif; color: #17171a; margin: 0; }
h1 { font-size: 13pt; margin: 0 0 1mm; } h2 { font-size: 9.4pt; margin: 2mm 0 0.5mm; border-bottom: 0.3mm solid #555; } p { margin: 0; }
table { border-collapse: collapse; width: 100%; font: inherit; } td, th { border: 0.2mm solid #777; padding: 0.7mm 1.2mm; text-align: left; vertical-align: top; } .tick { width: 7.4mm; text-align: center; } .dose { width: 21mm; }
.pair { width: 40mm; white-space: nowrap; padding: 0.3mm 0.6mm; } .pair img { width: 19.4mm; height: 17.4mm; display: inline-block; } .lines { display: flex; gap: 6mm; margin-top: 2mm; } .lines span { flex: 1; border-bottom: 0.2mm solid #555; } .steps { columns: 2; column-gap: 7mm; } .steps li { break-inside: avoid; }
small { color: #404044; font-size: 7pt; display: block; } ul { margin: 0; padding-left: 4mm; } .foot { margin-top: 2mm; font-size: 7.2pt; }
`;

function planPrint(host, records, plan, pictures) {
  host.querySelector("iframe")?.remove();
  const frame = h("iframe", { class: "pb-sheet", title: "Plan for printing", "aria-hidden": "true", tabindex: -1 });
  host.append(frame);
  const page = frame.contentDocument;
  page.open();
  page.write('<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Week plan</title></head><body></body></html>');
  page.close();
  page.head.append(h("style", {}, PLAN_SHEET));
  page.body.append(...planSheet(records, plan, pictures).map((node) => page.adoptNode(node)));
  Promise.all([...page.images].map((image) => image.decode().catch(() => {}))).then(() => {
    frame.dataset.ready = "yes";
    frame.contentWindow?.focus();
    frame.contentWindow?.print();
  });
}

function planSheet(records, plan, pictures) {
  const days = plan.week.map((day) => day.day);
  const pair = (id) => ["start", "end"].map((way) => pictures.source(id, way)).filter(Boolean).map((src) => h("img", { src, alt: "" }));
  const row = (item) => h("tr", {}, h("td", { class: "pair" }, pair(item.exercise)), h("td", {}, h("b", {}, records.exercises[item.exercise].name), h("small", {}, `${records.exercises[item.exercise].start}. ${records.exercises[item.exercise].movement}.`)),
    h("td", { class: "dose" }, planDose(records, item.dose)), days.map((day) => h("td", { class: "tick" }, item.days.includes(day) ? "☐" : "–")));
  const steps = records.step_order.flatMap((step) => plan.steps.filter((key) => records.steps[key].step === step)).map((key) => records.steps[key]);
  const refused = plan.refused.map((one) => h("li", {}, `${records.exercises[one.exercise].name}: ${one.refusals.map((key) => `${records.refusals[key].reason} ${records.refusals[key].symbol}`).join("; ")}`));
  return [
    h("h1", {}, `Week plan: ${records.goals[plan.goal].name}`), h("p", {}, records.say.lead), h("p", { class: "lines" }, records.say.lines.map((words) => h("span", {}, words))),
    h("h2", {}, "When to stop, go back, stay or do more"), h("ul", { class: "steps" }, steps.map((one) => h("li", {}, h("b", {}, `${records.say[one.step]}: `), `${one.when}. ${one.what}. ${one.symbol}`))),
    h("h2", {}, "The week"), h("table", {}, h("tr", {}, h("th", {}, "Start, end"), h("th", {}, "Exercise"), h("th", {}, "Dose"), days.map((day) => h("th", { class: "tick" }, day.slice(0, 3)))), plan.items.map(row)),
    ...(refused.length ? [h("h2", {}, records.say.refused), h("ul", {}, refused)] : []), h("p", { class: "foot" }, records.say.printed),
  ];
}
