// What there is to read in each stage of a case, before its decision.

function caseMaterial(room, one, stage) {
  const { say } = room.records;
  if (stage.id === "history") return caseHistory(one, say);
  if (stage.id === "drawing") return room.drawing(one);
  if (stage.id === "hypothesis") return caseFindings(one, room.records);
  return null;
}

function caseHistory(one, say) {
  const rows = one.interview.map(([question, yes]) => h("tr", { class: yes ? "cr-yes" : "" }, h("td", {}, question), h("td", {}, yes ? say.yes : say.no)));
  const told = h("div", {}, h("h5", {}, say.told), h("ul", { class: "cr-told" }, one.told.map((words) => h("li", {}, words))));
  return h("div", {}, h("p", { class: "cr-opening" }, one.opening, " ", one.irritability), told, h("h5", {}, say.interview), h("table", { class: "cr-asked" }, h("tbody", {}, rows)));
}

function caseFindings(one, records) {
  const found = one.findings.map((finding) => h("li", { class: finding.present ? "cr-yes" : "" },
    h("span", { class: "cr-sign", "aria-hidden": "true" }, finding.present ? "+" : "–"), h("div", {}, `${finding.said}.`, finding.note && h("small", {}, `${finding.note}. `, sourceLinks([records.sources[finding.source]])))));
  return h("div", {}, h("h5", {}, records.say.findings), h("ul", { class: "cr-found" }, found));
}
