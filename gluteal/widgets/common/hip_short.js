// A line made shorter: which motion from this pose is lost first, and how far the others still go.

function hipShort(state, tell) {
  const { fixed, table } = state, id = uid(), most = fixed.most_shortening_mm;
  const range = h("input", { type: "range", id, min: 0, max: most, step: 1, oninput: () => tell.set({ shortening_mm: range.valueAsNumber }) });
  const out = h("output", { for: id }), label = h("label", { for: id }), verdict = h("p", { class: "hx-verdict" });
  const rows = fixed.motions.map((motion) => {
    const fill = h("span", { class: "hx-fill" }), gone = h("span", { class: "hx-gone" }), words = h("td", { class: "hx-number" });
    const bar = h("span", { class: "hx-bar hx-reach", "aria-hidden": "true" }, fill, gone);
    return { el: h("tr", { "data-motion": motion.name }, h("th", { scope: "row" }, motion.name), h("td", {}, bar), words), fill, gone, words };
  });
  const el = h("section", { class: "hx-panel hx-short" }, h("h3", {}, "If it were too short"),
    h("div", { class: "hx-slider" }, label, out, range), verdict,
    h("table", {}, h("caption", { class: "gl-hidden" }, "What each motion from this pose still reaches"), h("tbody", {}, ...rows.map((row) => row.el))),
    h("p", { class: "hx-note" }, "Taken as given: at full length it just allows each of these six motions, one at a time, to the end of its slider. A real muscle stretches; capsule, ligaments and bone limit motion too. A stiff hip does not show that a muscle is short."));
  let known = "";

  function show(now) {
    const key = JSON.stringify([now.pose, now.line, now.variant, now.shortening]);
    if (key === known) return;
    known = key;
    const name = fixed.lines[now.line].short, found = hipShorten(table, fixed.motions, now.line, now.pose, now.variant, now.shortening);
    putText(label, `Shorten ${name} by`);
    putText(out, `${Math.round(now.shortening)} mm`);
    if (range.value !== String(now.shortening)) range.value = now.shortening;
    found.motions.forEach((motion, at) => showMotion(rows[at], motion, found.tooLong));
    putText(verdict, hipVerdict(name, found, now.shortening));
    putAttribute(verdict, "data-first", found.first);
  }

  function showMotion(row, { start, end, reaches, lost }, tooLong) {
    const way = Math.abs(end - start), kept = way ? (100 * Math.abs(reaches - start)) / way : 0;
    row.fill.style.width = `${kept}%`;
    Object.assign(row.gone.style, { left: `${kept}%`, width: `${way ? 100 - kept : 0}%` });
    putText(row.words, tooLong ? "not from here" : !way ? "at its end" : Math.round(lost) ? `about −${Math.round(lost)}°` : "keeps all");
  }
  return { el, show };
}

function hipVerdict(name, { first, motions, tooLong }, shortening) {
  if (Math.round(shortening) === 0) return `At full length nothing is lost. The motion that asks most of ${name} from here is ${first}.`;
  if (tooLong) return `${name} would be too short for this pose itself: the thigh could not come here.`;
  const lost = motions.filter((motion) => Math.round(motion.lost) >= 1), it = motions.find((motion) => motion.name === first);
  const more = lost.filter((motion) => motion.name !== first).map((motion) => `${motion.name} about ${Math.round(motion.lost)}°`);
  return `Lost first: ${first}, about ${Math.round(it.lost)}° of it.${more.length ? ` Then: ${more.join(", ")}.` : " The other five keep all."}`;
}
