// The card of one structure: what it is, its attachments, nerve, action and trigger points, each with grade and source.

function gradeMark(atlas, id) {
  const grade = atlas.grades[id];
  if (!grade) return null;
  return h("span", { class: "gx-grade", title: `${grade.name}: ${grade.meaning}` },
    h("span", { "aria-hidden": "true" }, grade.symbol), h("span", { class: "gl-hidden" }, `How sure: ${grade.name}. `));
}

function factSources(atlas, keys) {
  const sources = (keys ?? []).map((key) => ({ key, short: key, ...atlas.sources[key] }));
  const links = sourceLinks(sources);
  links.filter((link) => link.nodeType).forEach((link, index) => {
    link.title = sources[index].reference ?? sources[index].short;
  });
  const secondary = sources.some((source) => source.secondary);
  return h("span", { class: "gx-source" }, ...links, secondary ? h("span", { class: "gx-secondary" }, " (secondary page)") : null);
}

function factLine(atlas, fact) {
  return h("div", { class: "gx-fact" },
    h("p", {}, fact.part ? h("span", { class: "gx-part" }, `${fact.part}: `) : null, fact.text),
    fact.note ? h("p", { class: "gx-note" }, fact.note) : null,
    h("p", { class: "gx-cite" }, gradeMark(atlas, fact.grade), factSources(atlas, fact.sources)));
}

function pointLine(atlas, point) {
  return h("details", { class: "gx-point" },
    h("summary", {}, h("strong", {}, point.name), point.place ? ` – ${point.place}` : ""),
    point.felt ? h("p", {}, h("span", { class: "gx-part" }, "Pain is felt: "), point.felt) : null,
    point.also ? h("p", {}, h("span", { class: "gx-part" }, "Sometimes also: "), point.also) : null,
    point.note ? h("p", { class: "gx-note" }, point.note) : null,
    h("p", { class: "gx-cite" }, gradeMark(atlas, point.grade), factSources(atlas, point.sources)));
}

function pointSection(atlas, points) {
  if (!points?.length) return null;
  return h("section", { class: "gx-row" }, h("h4", {}, `Trigger points described (${points.length})`),
    h("p", { class: "gx-note" }, "Typical places and pain maps from clinical observation. They help you to think; they do not diagnose."),
    ...points.map((point) => pointLine(atlas, point)));
}

function gradeLegend(atlas) {
  const rows = Object.values(atlas.grades).sort((a, b) => a.rank - b.rank).map((grade) => [h("dt", {}, `${grade.symbol} ${grade.name}`), h("dd", {}, grade.meaning)]);
  return h("details", { class: "gx-legend" }, h("summary", {}, "What the marks mean"), h("dl", {}, ...rows));
}

const KIND_WORDS = { muscle: "Muscle", bone: "Bone", nerve: "Nerve", ligament: "Ligament", tendon: "Tendon", fascia: "Fascia", skin: "Skin", vessel: "Vessel", bursa: "Bursa" };

// buttons: extra elements for the card's foot (previous, next, other view …)
// textbook: the plate draws it otherwise than the body behind it was measured.
function structureCard(atlas, id, depth, buttons, textbook) {
  const record = atlas.structures[id];
  const rows = record.rows.map((row) => h("section", { class: "gx-row" }, h("h4", {}, row.label), ...row.facts.map((fact) => factLine(atlas, fact))));
  const empty = !record.rows.length && !record.lead ? h("p", {}, "Nothing more is recorded about this structure.") : null;
  return [
    h("header", {},
      h("p", { class: "gx-kind" }, `${KIND_WORDS[record.kind] ?? record.kind} · ${depth}`),
      h("h3", { tabindex: "-1" }, record.name),
      record.latin ? h("p", { class: "gx-also", lang: "la" }, record.latin) : null),
    h("div", { class: "gx-card-buttons" }, ...buttons),
    record.lead ? h("div", { class: "gx-row gx-lead" }, factLine(atlas, record.lead)) : null,
    textbook ? h("p", { class: "gx-note gx-textbook" }, "Drawn after the textbook; the body behind this plate differs.") : null,
    ...rows, empty, pointSection(atlas, record.points), gradeLegend(atlas),
  ];
}
