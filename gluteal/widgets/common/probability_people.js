// 100 people in two trays, found positive and found negative. Filled: has the condition. Outline: has not.

const PEOPLE_CELL = 20, PEOPLE_ACROSS = 10;
const PEOPLE_WORDS = { positive: "Test positive", negative: "Test negative" };

function probSvg(tag, props = {}, ...kids) {
  const node = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(props)) node.setAttribute(name, value);
  node.append(...kids);
  return node;
}

// A head and shoulders, as a path at x, y.
function probPerson(place) {
  const x = (place % PEOPLE_ACROSS) * PEOPLE_CELL + PEOPLE_CELL / 2, y = Math.floor(place / PEOPLE_ACROSS) * PEOPLE_CELL;
  return `M${x - 3.4} ${y + 5.6}a3.4 3.4 0 1 0 6.8 0a3.4 3.4 0 1 0 -6.8 0ZM${x - 6.4} ${y + 18}v-2.4a5.6 5.6 0 0 1 5.6 -5.6h1.6a5.6 5.6 0 0 1 5.6 5.6v2.4Z`;
}

function probTray(name) {
  const ill = probSvg("path", { class: "pl-ill" }), well = probSvg("path", { class: "pl-well" });
  const rows = Math.ceil(100 / PEOPLE_ACROSS);
  const picture = probSvg("svg", { viewBox: `0 0 ${PEOPLE_ACROSS * PEOPLE_CELL} ${rows * PEOPLE_CELL}`, role: "img", class: "pl-people" }, ill, well);
  const count = h("strong", {}), share = h("span", { class: "pl-share" });
  const el = h("div", { class: `pl-tray pl-${name}` }, h("p", { class: "pl-tray-name" }, h("span", { class: "pl-sign", "aria-hidden": "true" }, name === "positive" ? "+" : "−"), `${PEOPLE_WORDS[name]}: `, count), picture, share);

  function show(illCount, wellCount, most) {
    const people = (from, number) => Array.from({ length: number }, (_, i) => probPerson(from + i)).join("");
    const tall = Math.max(1, Math.ceil(most / PEOPLE_ACROSS));
    putAttribute(picture, "viewBox", `0 0 ${PEOPLE_ACROSS * PEOPLE_CELL} ${tall * PEOPLE_CELL}`);
    putAttribute(ill, "d", people(0, illCount));
    putAttribute(well, "d", people(illCount, wellCount));
    putText(count, String(illCount + wellCount));
    putText(share, illCount + wellCount ? `${illCount} of them ${illCount === 1 ? "has" : "have"} the condition` : "nobody");
    putAttribute(picture, "aria-label", `${PEOPLE_WORDS[name]}: ${illCount} with the condition, ${wellCount} without.`);
  }
  return { el, show };
}

// caveat: the sentence about the test that belongs to every number, made by the part that knows the test
function probPeople(set, caveat) {
  const trays = { positive: probTray("positive"), negative: probTray("negative") };
  const result = probRadios("The result is", uid(), { positive: "positive", negative: "negative" }, (value) => set({ outcome: value }, true));
  const said = h("p", { class: "pl-sentence" }), big = h("p", { class: "pl-big" }), small = h("p", { class: "pl-small" });
  const key = h("p", { class: "pl-key" }, probKey("pl-ill"), "has the condition", probKey("pl-well"), "has not");
  const el = h("section", { class: "pl-middle", "aria-label": "100 people" },
    h("div", { class: "pl-headline" }, big, small),
    h("div", { class: "pl-scene" }, result.el, said, h("div", { class: "pl-trays" }, trays.positive.el, trays.negative.el), key, caveat));

  function show(now) {
    result.show(now.outcome);
    const [tp, fn, fp, tn] = now.counts, most = Math.max(tp + fp, fn + tn);
    trays.positive.show(tp, fp, most);
    trays.negative.show(fn, tn, most);
    for (const [name, { el: tray }] of Object.entries(trays)) tray.classList.toggle("pl-on", name === now.outcome);
    putText(big, `${probPercent(now.settings.pre)} → ${probPercent(now.first[now.outcome])}`);
    putText(small, probSmall(now));
    putText(said, probSentence(now));
  }
  return { el, show };
}

function probKey(kind) {
  return probSvg("svg", { viewBox: "0 0 20 20", class: "pl-key-mark", "aria-hidden": "true" }, probSvg("path", { class: kind, d: probPerson(0) }));
}

function probSmall({ outcome, first, reach }) {
  if (first[outcome] === null) return `This test is never ${outcome}, so there is no probability after a ${outcome} result.`;
  return `before → after a ${outcome} result${reach ? `; the intervals allow ${probRange(reach[outcome])}` : ""}`;
}

// Natural frequencies: whole people, who add up.
function probSentence({ counts: [tp, fn, fp, tn], outcome, first }) {
  const ill = tp + fn, well = fp + tn, positive = outcome === "positive", hit = positive ? tp : fn, other = positive ? fp : tn;
  const have = (number) => `${number} ${number === 1 ? "has" : "have"}`;
  const start = `Of 100 such people ${have(ill)} the condition. The test is ${outcome} in ${hit} of ${ill === 1 ? "this one" : `these ${ill}`}, and in ${other} of the ${well} without it.`;
  if (!(hit + other)) return `${start} So nobody of the 100 is ${outcome}.`;
  return `${start} So of ${hit + other} with a ${outcome} result ${hit} ${hit === 1 ? "has" : "have"} it, ${other} ${other === 1 ? "has" : "have"} not.`;
}
