// Why: what speaks for and against, always open, for the leading two and for one that was chosen.

function sympWhy(table) {
  const cards = h("div", { class: "sx-cards" });
  const el = h("section", { class: "sx-why", "aria-label": "For and against" }, h("h3", { class: "sx-step" }, "4. Why? For and against"), cards);
  let was = "";

  function show(now) {
    el.hidden = !now.list.length;
    const chosen = now.list.slice(0, 2), third = now.list.find((one) => one.id === now.shown?.id);
    if (third && !chosen.includes(third)) chosen.unshift(third);
    const key = JSON.stringify([chosen.map((one) => one.id), now.given]);
    if (key === was) return;
    was = key;
    cards.replaceChildren(...chosen.map((one) => sympCard(table, one)));
  }
  return { el, show };
}

function sympCard(table, one) {
  const prior = h("p", { class: "sx-note" }, `Before anything was known ${sympCount(one.prior, "point")}: ${one.reason} `, ...sympCite(table.grades[one.grade], table.sources[one.source]));
  return h("article", { class: "sx-card", "data-id": one.id },
    h("h4", {}, h("span", { class: "sx-place" }, `${one.place}.`), ` ${one.name}: `, h("span", { class: "sx-points" }, sympCount(one.score, "point").replace("-", "−"))),
    h("table", {}, h("caption", { class: "gl-hidden" }, `What speaks for and against ${one.short}`),
      sympSide(table, "For", one.for, "Nothing that was answered speaks for it."), sympSide(table, "Against", one.against, "Nothing that was answered speaks against it.")), prior);
}

function sympSide(table, title, reasons, none) {
  const head = h("tr", {}, h("th", { scope: "colgroup", colspan: 2 }, title));
  if (!reasons.length) return h("tbody", {}, head, h("tr", {}, h("td", {}), h("td", { class: "sx-note" }, none)));
  return h("tbody", { class: `sx-${title.toLowerCase()}` }, head, reasons.map((reason) => sympReason(table, reason)));
}

function sympReason(table, reason) {
  const basis = reason.study ? h("span", { class: "sx-basis", title: table.words.study }, "study") : h("span", { class: "sx-basis", title: table.words.teaching }, "teaching weight");
  const points = reason.counted ? h("strong", {}, sympPoints(reason.points)) : h("span", {}, h("s", { "aria-hidden": "true" }, sympPoints(reason.points)), h("span", { class: "gl-hidden" }, `${sympPoints(reason.points)}, not counted`));
  return h("tr", { class: reason.counted ? "" : "sx-absorbed" }, h("td", { class: "sx-weight" }, points),
    h("td", {}, h("p", {}, h("strong", {}, reason.said), ". ", `${reason.sentence.replace(/\.?$/, ".")} `, h("span", { class: "sx-cite" }, ...sympCite(reason.grade, reason.source), " ", basis)), reason.remark && h("p", { class: "sx-remark" }, reason.remark)));
}
