// What the person says: how much it hurts, whether it is the known pain, and where else it is felt.

const CHART_BOX = "-232 -235 300 560";

function palpReport(pack, body) {
  const { words } = pack;
  const bar = h("div", { class: "pt-pain", role: "meter", "aria-label": "Pain under the finger", "aria-valuemin": "0", "aria-valuemax": "10", "aria-valuenow": "0" }, h("div", { class: "pt-pain-fill" }));
  const number = h("output", { class: "pt-pain-number" }, "0");
  const says = h("p", { class: "pt-says" });
  const where = h("p", { class: "pt-where" });
  const chart = h("div", { class: "pt-chart" });
  const mounted = mountChart(chart, body, "posterior", { label: "Where the pain is felt, from behind" });
  mounted.svg.setAttribute("viewBox", CHART_BOX);
  let shown = "";

  function zones(pattern) {
    if (shown === pattern.id) return;
    shown = pattern.id;
    const art = words.zones[pattern.id];
    const read = (text) => new DOMParser().parseFromString(`<svg xmlns="http://www.w3.org/2000/svg">${ownIds(text)}</svg>`, "image/svg+xml").documentElement.childNodes;
    const groups = ["essential", "spillover"].map((kind) => svgNode("g", { class: `pt-zone-${kind}` }, ...[...read(art[kind])].map((one) => document.importNode(one, true))));
    mounted.zones.replaceChildren(...groups.reverse());
  }

  const mark = uid();
  const ownIds = (text) => text.replace(/\bid="([^"]+)"/g, `id="$1-${mark}"`).replace(/(url\(#|href="#)([^)"]+)/g, `$1$2-${mark}`);

  function sentenceFor(told, down) {
    if (!down) return "";
    if (!told.clear) return words.unclear;
    if (told.recognised) return words.recognised;
    if (told.own >= pack.limits["recognised-from"]) return words.other;
    return words.says.filter((one) => told.pain >= one.from).at(-1).text;
  }

  function show(told, down, pattern) {
    zones(pattern);
    const pain = down ? told.pain : 0;
    const share = down ? told.referral : 0;
    bar.firstChild.style.transform = `scaleX(${pain / 10})`;
    putAttribute(bar, "aria-valuenow", pain.toFixed(1));
    putText(number, pain.toFixed(pain && pain < 10 ? 1 : 0));
    const said = sentenceFor(told, down);
    putText(says, said || "Press, and the person tells you what they feel.");
    says.classList.toggle("pt-quiet", !down);
    says.classList.toggle("pt-known", down && told.recognised);
    mounted.zones.querySelector(".pt-zone-essential").style.opacity = within(share * 1.7, 0, 1);
    mounted.zones.querySelector(".pt-zone-spillover").style.opacity = within((share - 0.55) / 0.45, 0, 1);
    const felt = !share ? "Nowhere else." : `${pattern.felt}${share > 0.6 && pattern.also ? `; ${pattern.also.charAt(0).toLowerCase()}${pattern.also.slice(1)}` : ""}`;
    putText(where, felt);
    return { said, felt: share ? felt : "" };
  }

  const el = h("section", { class: "pt-report", "aria-label": "What the person says" },
    h("div", { class: "pt-told" },
      h("h3", {}, "The person says"), says,
      h("div", { class: "pt-pain-row" }, h("span", {}, "Pain here"), bar, h("span", { class: "pt-pain-of" }, number, " of 10")),
      h("h3", {}, "Also felt"), where),
    chart);
  return { el, show };
}
