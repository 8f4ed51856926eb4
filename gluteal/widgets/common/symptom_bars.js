// The ranked hypotheses as bars, each against where it stood before anything was known.

// choose(id): its reasons are shown too
function sympBars(table, choose) {
  const name = uid();
  const rows = table.hypotheses.map((one) => sympBar(one, name, choose));
  const list = h("fieldset", { class: "sx-bars" }, h("legend", {}, "Show the reasons of"));
  const key = h("p", { class: "sx-note sx-key" }, h("span", { class: "sx-key-bar" }), "points now", h("span", { class: "sx-key-prior" }), "before anything was known");
  const kinds = h("p", { class: "sx-note" }, "● trigger points of a muscle, ◆ another cause");
  const el = h("div", { class: "sx-ranking" }, list, key, kinds);

  function show({ list: ranked, shown }) {
    el.hidden = !ranked.length;
    if (!ranked.length) return;
    const all = ranked.flatMap((one) => [one.score, one.prior]);
    const low = Math.min(0, ...all), high = Math.max(10, ...all), percent = (points) => (100 * (points - low)) / (high - low);
    const held = document.activeElement;
    const order = ranked.map((one) => rows[one.number]);
    ranked.forEach((one, i) => order[i].show(one, percent, i < 2 ? "lead" : one.id === shown?.id ? "shown" : "", one.id === shown?.id));
    if (order.some((row, i) => list.children[i + 1] !== row.el)) list.append(...order.map((row) => row.el));
    if (held && held !== document.activeElement && list.contains(held)) held.focus({ preventScroll: true }); // moving a row takes the focus away
  }
  return { el, show };
}

function sympBar(hypothesis, name, choose) {
  const input = h("input", { type: "radio", name, value: hypothesis.id, onchange: () => choose(hypothesis.id) });
  const place = h("span", { class: "sx-place" }), points = h("span", { class: "sx-points" });
  const bar = h("span", { class: "sx-bar" }), prior = h("span", { class: "sx-prior" }), zero = h("span", { class: "sx-zero" });
  const mark = h("span", { class: "sx-kind", "aria-hidden": "true" }, hypothesis.kind === "muscle" ? "●" : "◆");
  const words = h("span", { class: "gl-hidden" });
  const el = h("label", { class: "sx-one", "data-id": hypothesis.id }, input, place, h("span", { class: "sx-name", title: hypothesis.name }, mark, " ", hypothesis.short), h("span", { class: "sx-track", "aria-hidden": "true" }, bar, zero, prior), points, words);

  function show(one, percent, kind, chosen) {
    putText(place, `${one.place}.`);
    putText(points, sympSigned(one.score));
    putText(words, `points, ${one.prior} before anything was known, ${hypothesis.kind === "muscle" ? "trigger points of a muscle" : "another cause"}`);
    const [from, to] = [percent(0), percent(one.score)];
    bar.style.left = `${Math.min(from, to)}%`;
    bar.style.width = `${Math.abs(to - from)}%`;
    zero.style.left = `${from}%`;
    prior.style.left = `${percent(one.prior)}%`;
    putAttribute(bar, "class", `sx-bar${one.score < 0 ? " sx-minus" : ""}${one.score < one.prior ? " sx-fell" : ""}`);
    el.classList.toggle("sx-lead", kind === "lead");
    el.classList.toggle("sx-shown", kind === "shown");
    input.checked = chosen;
  }
  return { el, show };
}

const sympSigned = (points) => String(points).replace("-", "−");
