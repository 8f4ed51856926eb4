// What stands behind the numbers: study, interval, reference standard, caveat; and the numbers as a table.

function probAbout(state) {
  const { records } = state;
  const head = h("h3", {}), rows = h("dl", { class: "pl-facts" }), caveat = h("p", { class: "pl-caveat" }), cite = h("p", { class: "pl-cite" });
  const about = h("section", { class: "pl-about", "aria-label": "Where the numbers come from" }, head, rows, cite);
  const table = probTable();
  const el = h("div", { class: "pl-foot" }, about, h("section", { class: "pl-numbers", "aria-label": "Numbers" }, h("h3", {}, "In numbers"), table.el, h("p", { class: "pl-note" }, records.say.never)));

  function show(now) {
    table.show(now);
    const { test } = now;
    putText(head, test ? test.name : "Numbers of your own");
    rows.hidden = cite.hidden = !test;
    putText(caveat, test ? `Held against: ${test.reference}. ${test.caveat.replace(/\.?$/, ".")} ${records.say.spectrum}` : records.say.own);
    if (!test || rows.dataset.of === test.id) return;
    rows.dataset.of = test.id;
    rows.replaceChildren(...probFacts(records, test).flatMap(([name, value]) => [h("dt", {}, name), h("dd", {}, value)]));
    const [symbol, name, meaning] = records.grades[test.grade];
    cite.replaceChildren(h("span", { class: "pl-grade", title: meaning }, `${symbol} ${name}`), " ", ...sourceLinks([{ key: test.source, short: records.sources[test.source] }]));
  }
  return { el, caveat, show };
}

function probFacts(records, test) {
  const [sens, spec] = test.intervals;
  const figure = (share, interval) => `${probPercent(share)}${interval ? ` (${probRange(interval)})` : ""}`;
  return [
    ["Condition", test.target], ["Reference standard", test.reference], ["People", test.population || "not read"],
    ["Sensitivity", figure(test.sensitivity, sens)], ["Specificity", figure(test.specificity, spec)], ["Interval", records.intervals[test.interval_from]],
  ];
}

function probTable() {
  const cell = () => h("td", {});
  const row = (name, cells) => h("tr", {}, h("th", { scope: "row" }, name), cells);
  const cells = { people: [cell(), cell()], ill: [cell(), cell()], well: [cell(), cell()], ratio: [cell(), cell()], after: [cell(), cell()], reach: [cell(), cell()] };
  const names = { people: "Of 100 people", ill: "… with the condition", well: "… without it", ratio: "Likelihood ratio", after: "Probability after", reach: "… as the intervals allow" };
  const el = h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Result"), h("th", { scope: "col" }, "positive"), h("th", { scope: "col" }, "negative"))), h("tbody", {}, Object.entries(cells).map(([name, pair]) => row(names[name], pair))));

  function show({ counts: [tp, fn, fp, tn], first, reach }) {
    const put = (name, pair) => pair.forEach((value, i) => putText(cells[name][i], String(value)));
    put("people", [tp + fp, fn + tn]);
    put("ill", [tp, fn]);
    put("well", [fp, tn]);
    put("ratio", PROB_OUTCOMES.map((name) => probRatio(first[`lr_${name}`])));
    put("after", PROB_OUTCOMES.map((name) => probPercent(first[name])));
    put("reach", PROB_OUTCOMES.map((name) => (reach ? probRange(reach[name]) : "no interval")));
  }
  return { el, show };
}
