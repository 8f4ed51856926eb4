// One question of a session: the question of the lesson engine, blank although it was answered before, with what has
// to be told outside of its lesson and with the figure from which it is read.

// What the engine's question asks of a model. Only answers given since it was shown count as shown.
function rvQuestionModel(outer, item, since) {
  const values = { item, notice: "", plate: outer.get("plates")?.[item.view] ?? "" };
  let record = onlyItem(loadRecord(), item.id);
  return {
    widget_manager: outer.widget_manager,
    get: (name) => (name === "record" ? { ...record, answers: record.answers.filter((a) => a.at >= since) } : values[name]),
    set: (name, value) => (name === "record" ? (record = value) : (values[name] = value)),
    on() {}, off() {}, save_changes() {},
  };
}

// Returns {node, release}.
function rvCard(outer, engine, records, item, since) {
  const lesson = records.lessons.find((one) => one.id === item.lesson);
  const place = h("div", {}), stops = [];
  const figure = item.figure ? rvFigure(outer, item, stops) : null;
  const setting = item.setting ? h("p", { class: "rv-setting" }, rich(item.setting)) : null;
  const node = h("div", { class: "rv-card" }, h("p", { class: "rv-from" }, `From lesson ${lesson.id}, ${lesson.title}.${item.figure ? " The answer is read from this figure; the question stands below it." : ""}`), setting, figure, place);
  stops.push(engine.renderQuestion({ model: rvQuestionModel(outer, item, since), el: place }));
  return { node, release: () => stops.forEach((stop) => stop?.()) };
}

function rvFigure(outer, item, stops) {
  const image = h("img", { alt: "The figure from which this question is read. Below, it stands as text." });
  const gone = () => image.replaceWith(h("p", { role: "note" }, "The drawing cannot be shown here; read the figure as text."));
  const words = h("details", {}, h("summary", {}, "Read this figure as text"), h("p", {}, rich(item.figure_words)));
  let address = "", over = false;
  rvDrawing(outer, item.figure).then((svg) => {
    if (over) return;
    address = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    image.src = address;
  }).catch((fault) => {
    console.info("gluteal lessons: a figure stands in words.", fault);
    gone();
    words.open = true;
  });
  stops.push(() => ((over = true), address && URL.revokeObjectURL(address)));
  return h("div", { class: "gl-block gl-figure rv-figure" }, h("figure", {}, image),
    h("label", { class: "gl-enlarge" }, h("input", { type: "checkbox" }), " Enlarge this figure"), words);
}

async function rvDrawing(outer, name) {
  const reference = outer.get("figures")?.[name];
  if (!reference) throw new Error(`the figure ${name} did not come with this page`);
  return figureSvg({ get: () => reference, widget_manager: outer.widget_manager });
}
