// How long the chosen line is now, the best so far, and, smaller, all other lines.

function positionGauge(state, records) {
  const words = h("p", { class: "ps-now" }), fill = h("span", { class: "ps-fill" }), zero = h("span", { class: "ps-zero" }), best = h("span", { class: "ps-best" }), most = h("span", { class: "ps-most", hidden: true });
  const ends = [h("span", {}), h("span", {})], bent = h("p", { class: "hx-note ps-bent", hidden: true }), bestWords = h("p", { class: "ps-best-words" });
  const el = h("div", { class: "ps-gauge" }, words, h("div", { class: "ps-scale", "aria-hidden": "true" }, h("div", { class: "ps-track" }, fill, zero, best, most), h("div", { class: "ps-ends" }, ends)), bestWords, bent);

  function show(done) {
    const line = state.line(), { gauge: [low, high], percent } = records.lines[line], now = state.change(line, state.angles()), so = state.best();
    const at = (value) => `${(100 * (Math.min(high, Math.max(low, value)) - low)) / (high - low)}%`;
    putText(words, `${state.fixed.lines[state.index()].short}: ${positionLonger(now)} against standing`);
    const [from, to] = [Math.min(0, now.percent), Math.max(0, now.percent)];
    fill.style.left = at(from);
    fill.style.width = `calc(${at(to)} - ${at(from)})`;
    fill.classList.toggle("hx-less", now.percent < 0);
    zero.style.left = at(0);
    best.hidden = !so;
    if (so) best.style.left = at(so.percent);
    most.hidden = !done;
    most.style.left = at(percent);
    [low, high].forEach((end, k) => putText(ends[k], `${end < 0 ? "−" : "+"}${Math.abs(end)} %`));
    putText(bestWords, so ? `▲ ${done ? "Your best, committed" : "Your best so far"}: ${positionLonger(so)} at ${positionWords(so.angles)}.` : "No position longer than standing found yet.");
    bent.hidden = !now.bent;
    putText(bent, "Here the line bends over the head of the femur: trust the number less.");
  }
  return { el, show };
}

function positionRows(state, choose) {
  const rows = state.fixed.lines.map((line, index) => {
    const bar = hipBar("length"), number = h("span", { class: "hx-number" });
    const pick = h("button", { type: "button", class: "hx-pick", onclick: () => choose(line.id) }, h("span", { class: "hx-swatch", style: `background:${line.colour}`, "aria-hidden": "true" }), line.short);
    const el = h("tr", { "data-line": line.id }, h("th", { scope: "row" }, pick), h("td", {}, bar.el, number));
    return { el, show(now) {
      const percent = hipPercent(state.table, index, now.lines[index]);
      bar.show(percent / HIP_MOST_PERCENT);
      putText(number, `${hipSigned(percent)} %`);
      putAttribute(pick, "aria-pressed", line.id === state.line());
      el.classList.toggle("hx-on", line.id === state.line());
    } };
  });
  const el = h("details", { class: "ps-lines" }, h("summary", {}, "All thirteen lines in this position"), h("table", {}, h("caption", { class: "gl-hidden" }, "Change of every line against standing"), h("tbody", {}, ...rows.map((row) => row.el))));
  return { el, show: (now) => rows.forEach((row) => row.show(now)) };
}
