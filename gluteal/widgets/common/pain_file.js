// Saved drawings: reading with a sentence for every fault (the rules of gluteal.models.pain_drawing), saving and printing.

const PAIN_MOST_BYTES = 2_000_000;
const PAIN_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d{1,6})?)?(Z|[+-]\d\d:\d\d)$/;
const PAIN_AGAIN = "save the drawing again";

// Text → drawing. Throws an Error whose message goes on after "…: ".
function painParse(text, tables) {
  if (!text.trim()) throw new Error(`it is empty; ${PAIN_AGAIN}`);
  let record;
  try {
    record = JSON.parse(text);
  } catch {
    throw new Error(`it is not complete JSON (it may have been cut off or edited); ${PAIN_AGAIN}`);
  }
  return painReadDrawing(record, tables);
}

// UTF-8, or what some editors make of it: with a byte order mark, or UTF-16.
function painDecoded(buffer) {
  const [first, second] = new Uint8Array(buffer), mark = first * 256 + second;
  try {
    return new TextDecoder({ [0xfffe]: "utf-16le", [0xfeff]: "utf-16be" }[mark] ?? "utf-8", { fatal: true }).decode(buffer);
  } catch {
    throw new Error("its letters cannot be read; save it as UTF-8");
  }
}

function painReadDrawing(record, tables) {
  const { file, longest_label, charts } = tables;
  if (!record || record.format !== file.format) throw new Error("it is not a pain drawing of these lessons; choose a file that the drawing saved");
  if (!Number.isInteger(record.version) || record.version < 1) throw new Error(`its version cannot be read; ${PAIN_AGAIN}`);
  if (record.version > file.version) throw new Error("it comes from a newer edition of the lessons; update this one first");
  if (record.cell_mm !== file.cell_mm) throw new Error(`its cells are ${String(record.cell_mm).slice(0, 20)} mm wide, not ${file.cell_mm}; ${PAIN_AGAIN}`);
  if (!record.charts || typeof record.charts !== "object" || Array.isArray(record.charts)) throw new Error(`its charts cannot be read; ${PAIN_AGAIN}`);
  const names = charts.map((chart) => chart.chart);
  const strange = Object.keys(record.charts).find((name) => !names.includes(name));
  if (strange !== undefined) throw new Error(`it has a chart “${strange.slice(0, 40)}”, which is none of ${names.join(", ")}; ${PAIN_AGAIN}`);
  const made = record.made ?? "", label = record.label ?? "";
  if (typeof label !== "string" || label.length > longest_label) throw new Error(`its label is no text of at most ${longest_label} characters; shorten it`);
  if (typeof made !== "string" || (made && !PAIN_TIME.test(made))) throw new Error(`its time “${String(made).slice(0, 40)}” cannot be read; write it like 2026-03-01T09:30:00Z`);
  const runs = charts.map((chart) => [chart.chart, painOrdered(record.charts[chart.chart] ?? [], chart, tables)]);
  return { ...file, made, label, charts: Object.fromEntries(runs.filter(([, one]) => one.length)) };
}

function painOrdered(runs, { chart, columns, rows }, { strongest }) {
  if (!Array.isArray(runs) || !runs.every(Number.isInteger)) throw new Error(`its runs on the chart ${chart} are not whole numbers; ${PAIN_AGAIN}`);
  if (runs.length % 3) throw new Error(`its runs on the chart ${chart} are not complete (three numbers each); ${PAIN_AGAIN}`);
  const triples = Array.from({ length: runs.length / 3 }, (_, i) => runs.slice(3 * i, 3 * i + 3)).sort((a, b) => a[0] - b[0]);
  let after = 0;
  for (const [start, length, intensity] of triples) {
    if (length < 1) throw new Error(`a run on the chart ${chart} has ${length} cells; ${PAIN_AGAIN}`);
    if (intensity < 1 || intensity > strongest) throw new Error(`an intensity on the chart ${chart} is ${intensity}, not 1 to ${strongest}; ${PAIN_AGAIN}`);
    if (start < after) throw new Error(`runs on the chart ${chart} ${start < 0 ? "begin before its first cell" : "overlap"}; ${PAIN_AGAIN}`);
    after = start + length;
  }
  if (after > columns * rows) throw new Error(`a run leaves the chart ${chart}, which has ${columns * rows} cells; ${PAIN_AGAIN}`);
  return triples.flat();
}

// The bar of a drawing: label, save, load, print. act: { label(words), load(drawing, name), save(), print() }
function painFiles(tables, state, act, say) {
  const id = uid(), about = uid();
  const label = h("input", { id, type: "text", class: "gd-label", maxlength: tables.longest_label, autocomplete: "off", "aria-describedby": about, onchange: () => act.label(label.value) });
  const told = h("p", { class: "gd-file-told", role: "status", "aria-live": "polite" });
  const input = h("input", { type: "file", accept: ".json,application/json", class: "gl-hidden", tabindex: -1, "aria-hidden": "true", onchange: read });
  const button = (words, press, css = "") => h("button", { type: "button", class: `gl-button ${css}`, onclick: press }, words);
  const tell = (words, bad = false) => {
    told.classList.toggle("gd-bad", bad);
    putText(told, words);
  };

  async function read() {
    const file = input.files[0];
    input.value = "";
    if (!file) return;
    try {
      if (file.size > PAIN_MOST_BYTES) throw new Error("it is too large to be a pain drawing; choose another file");
      const drawing = painParse(painDecoded(await file.arrayBuffer()), tables);
      act.load(drawing);
      tell(`${file.name} is loaded. Undo brings back what was there before.`);
    } catch (fault) {
      tell(`${file.name} cannot be used: ${fault.message}. Your drawing is as it was.`, true);
    }
  }

  function save() {
    const drawing = state.saved(), name = painFileName(drawing);
    const url = URL.createObjectURL(new Blob([`${JSON.stringify(drawing)}\n`], { type: "application/json" }));
    h("a", { href: url, download: name }).click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    tell(`The drawing is given to your browser as ${name}.`);
  }

  const load = button("Load …", () => input.click(), "gd-load");
  const row = h("div", { class: "gd-label-row" }, h("label", { for: id }, "Label for the file (optional)"), label, h("span", { id: about, class: "gd-quiet" }, "Do not write a name."));
  const el = h("section", { class: "gd-files", "aria-label": "Keep the drawing" }, row,
    h("div", { class: "gd-buttons" }, button("Save as a file", save, "gd-save"), load, button("Print", act.print, "gd-print")), input, told);
  function show() {
    const locked = state.get("locked");
    if (document.activeElement !== label) label.value = state.saved().label;
    row.hidden = locked;
    load.hidden = locked;
  }
  return { el, show, tell };
}

function painFileName({ made, label }) {
  const words = label.normalize("NFKD").replace(/[^\p{L}\p{N}]+/gu, "-").replace(/^-+|-+$/g, "").slice(0, 40).toLowerCase();
  return ["pain-drawing", words, made.slice(0, 16).replace(/[:T]/g, "-")].filter(Boolean).join("-") + ".json";
}
