// The result: first why there is none or what to do; then patterns by their overlap, muscles and others in one list.

const PAIN_FIRST_POINTS = 4, PAIN_FIRST_OTHERS = 3; // shown before "all": some of either kind, whatever their place

// act: { select(key), point(key), side(side) }
function painResult(tables, state, act) {
  const head = h("h3", { class: "gd-step" }, "What it resembles"), body = h("div", { class: "gd-result-body" });
  const el = h("section", { class: "gd-result", "aria-label": "Result" }, head, body, painFormula(tables));
  const folds = new Set();
  let shown = "", everything = false;

  function show(ranking, answers, selected, side) {
    const key = JSON.stringify([ranking, answers, everything, side, state.trouble()]);
    if (key !== shown) draw(ranking, answers, side);
    shown = key;
    for (const row of body.querySelectorAll(".gd-match")) {
      const on = row.dataset.key === selected;
      row.classList.toggle("gd-chosen", on);
      putAttribute(row.querySelector(".gd-show"), "aria-pressed", on);
    }
  }

  function draw(ranking, answers, side) {
    const held = body.contains(document.activeElement) ? document.activeElement.dataset.hold : null;
    const said = painWithheld(tables, answers);
    head.textContent = said?.title ?? "What it resembles";
    body.classList.toggle("gd-alarmed", Boolean(said?.alarm));
    body.replaceChildren(...(said ? said.nodes : ranking.sides.length ? list(ranking, side) : [h("p", {}, ranking.remark)]));
    if (held) body.querySelector(`[data-hold="${CSS.escape(held)}"]`)?.focus({ preventScroll: true });
  }

  function list(ranking, side) {
    const own = ranking.sides.find((one) => one.side === side) ?? ranking.sides[0];
    const sides = ranking.sides.map((one) => [one.side, one.side === "left" ? "Left side" : "Right side"]);
    const choice = painSwitch("Side of the body", sides, act.side);
    choice.show(own.side);
    choice.buttons.forEach((one) => (one.dataset.hold = `side ${one.dataset.value}`));
    const first = painFirst(own.matches, tables), matches = everything ? own.matches : first;
    const more = h("button", { type: "button", class: "gl-button gd-more", "data-hold": "more", onclick: () => { everything = !everything; act.again(); } }, everything ? "Show the nearest only" : `Show all ${own.matches.length}`);
    return [
      sides.length > 1 ? choice.el : h("p", { class: "gd-quiet" }, `${sides[0][1]} of the body.`),
      h("p", { class: "gd-remark" }, ranking.remark),
      ...own.remarks.map((words) => h("p", { class: "gd-remark gd-strong" }, words)),
      h("ol", { class: "gd-matches" }, matches.map((match) => painMatch(tables, match, folds, act))),
      more,
    ];
  }

  return { el, show };
}

// The best of each kind, so that what is not a muscle is never below the fold; in the order of the ranking.
function painFirst(matches, tables) {
  const left = { muscle: PAIN_FIRST_POINTS, other: PAIN_FIRST_OTHERS };
  return matches.filter((match) => left[tables.patterns_shown[match.id].tag ? "other" : "muscle"]-- > 0);
}

// What stands in place of a ranking while questions are open or one is answered yes; null when nothing does.
function painWithheld(tables, answers) {
  const flags = painAllFlags(tables), open = flags.filter((flag) => !["yes", "no"].includes(answers[flag.id])).length;
  if (flags.some((flag) => answers[flag.id] === "yes")) return { title: "First this", alarm: true, nodes: painAlarm(tables, answers) };
  if (!open) return null;
  const words = open === flags.length ? tables.say.unanswered : `${open === 1 ? "One question is" : `${open} questions are`} still open. ${tables.say.unanswered}`;
  return { title: "No ranking yet", nodes: [h("p", { class: "gd-remark" }, words)] };
}

function painMatch(tables, match, folds, act) {
  const pattern = tables.patterns_shown[match.id], key = `${match.id} ${match.side}`;
  const place = `${match.rank}${match.tied ? " =" : ""}`;
  const name = h("span", { class: "gd-match-name" }, pattern.name, pattern.tag && h("span", { class: "gd-tag" }, pattern.tag));
  const bar = h("span", { class: "gd-bar", "aria-hidden": "true" }, h("span", { style: `width:${match.points}%` }));
  const button = h("button", { type: "button", class: "gd-show", "data-hold": key, onclick: () => act.select(key), onfocus: () => act.point(key), onblur: () => act.point("") },
    h("span", { class: "gd-rank" }, place), name, h("span", { class: "gd-points" }, (match.points / 100).toFixed(2)), bar, h("span", { class: "gl-hidden" }, `overlap of 1.${match.tied ? " Same overlap as another." : ""} Show its zone on the drawing.`));
  const fold = h("details", { open: folds.has(key), ontoggle: () => folds[fold.open ? "add" : "delete"](key) },
    h("summary", { "data-hold": `why ${key}` }, "Why, and what would tell them apart"), painReasons(tables, match, pattern));
  return h("li", { class: `gd-match ${pattern.tag ? "gd-other" : ""}`, "data-key": key, onpointerenter: () => act.point(key), onpointerleave: () => act.point("") }, button, h("p", { class: "gd-why" }, match.why.slice(0, 2).join(" ")), fold);
}

function painReasons(tables, match, pattern) {
  const rest = match.why.slice(2);
  const tell = (pattern.tells.length ? pattern.tells : [tables.say.no_tell]).map((words) => h("p", {}, words));
  return h("div", { class: "gd-reasons" },
    match.chart && h("p", {}, `Explained ${match.explained.toFixed(2)}, covered ${match.covered.toFixed(2)} (on the chart ${tables.titles[match.chart].toLowerCase()}).`),
    rest.map((words) => h("p", {}, words)),
    h("h5", {}, "What would tell it apart"), tell,
    h("h5", {}, "Its zone"), pattern.zones.map((words) => h("p", {}, words)), pattern.weak && h("p", {}, tables.say.weak), painCite(tables, pattern));
}

function painFormula(tables) {
  return h("details", { class: "gd-formula" }, h("summary", {}, "How the overlap is measured"),
    tables.formula.map((line) => (line.code ? h("pre", {}, line.code) : h("p", {}, rich(line.text)))));
}

// For paper: the first of the list, or what to do, in plain words.
function painPrinted(tables, ranking, answers) {
  const said = painWithheld(tables, answers);
  if (said) return [h("h2", {}, said.title), ...said.nodes];
  if (!ranking.sides.length) return [h("h2", {}, "What it resembles"), h("p", {}, ranking.remark)];
  return ranking.sides.flatMap((side) => [
    h("h2", {}, `What it resembles, ${side.side} side`), h("p", {}, [ranking.remark, ...side.remarks].join(" ")),
    h("ul", {}, painFirst(side.matches, tables).map((match) => {
      const pattern = tables.patterns_shown[match.id];
      return h("li", {}, h("strong", {}, `${match.rank}. ${pattern.name}`), " ", pattern.tag && h("span", { class: "tag" }, pattern.tag), ` overlap ${(match.points / 100).toFixed(2)}${match.tied ? ", the same as another" : ""}. ${match.why.join(" ")} `, pattern.tells[0] && h("small", {}, `To tell it apart: ${pattern.tells[0]}`));
    })),
  ]);
}
