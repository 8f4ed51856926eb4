// The published value that is to be reproduced: how near you are, ready-made ways, and the settings found so far.

function labTarget(state, tell) {
  const { lab } = state;
  const title = h("h3", {}), about = h("p", { class: "rl-about" }), source = h("p", { class: "rl-cite" }), near = h("p", { class: "rl-near" });
  const way = h("button", { type: "button", class: "gl-button rl-way", onclick: () => tell.way() }, "Show me a way");
  const clear = h("button", { type: "button", class: "gl-button rl-forget", onclick: () => tell.forget() }, "Forget these");
  const words = h("p", { class: "rl-note" });
  const body = h("tbody", {}), point = h("p", { class: "rl-point" });
  const list = h("div", { class: "rl-found" }, h("div", { class: "rl-scroll", tabindex: 0, role: "region", "aria-label": "Settings found" },
    h("table", {}, h("caption", {}, "Settings that gave this κ"), h("thead", {}, h("tr", {}, ...["Have it", "Rater 1", "Rater 2", "Shared", "Agree", "Both wrong"].map((text) => h("th", { scope: "col" }, text)))), body)), point, clear);
  const el = h("section", { class: "rl-target", "aria-label": "Reproduce a published value" }, title, about, source, near, h("div", { class: "rl-ways" }, way, words), list);
  let drawn = "", named = null;
  const name = (text) => putText(words, (named = { id: state.get("target"), key: JSON.stringify(state.settings()), text }).text);

  function show(now) {
    const target = state.target(), kappa = now.longRun.measures.kappa;
    way.hidden = source.hidden = about.hidden = !target;
    putText(title, target ? `${target.name}: κ ${target.printed}` : "Reproduce a published κ");
    near.classList.toggle("rl-reached", labReached(target, kappa, lab.limits.near));
    putText(near, target ? labNear(target, kappa, lab.limits.near) : "Choose a published value in the list. Then move the sliders until your raters, in the long run, give the same κ. Try to find more than one way.");
    if (named && (named.id !== target?.id || named.key !== JSON.stringify(now.settings))) putText(words, "");
    way.disabled = !target?.ways.length;
    const key = JSON.stringify([target?.id, state.get("found")]);
    if (key === drawn) return;
    drawn = key;
    if (target) cite(target);
    found(target);
  }

  function cite(target) {
    putText(about, [`${target.said}.`, [target.population, target.examiners].filter(Boolean).join("; ") + "."].filter((text) => text !== ".").join(" "));
    const grade = lab.grades[target.grade];
    source.replaceChildren(h("span", { title: grade.name, role: "img", "aria-label": `Grade: ${grade.name}` }, grade.symbol), " ", ...sourceLinks([lab.sources[target.source]]));
  }

  function found(target) {
    const mine = labFound(state).filter((one) => one.target === target?.id);
    list.hidden = !mine.length;
    body.replaceChildren(...mine.map((one) => h("tr", {}, ...labFoundRow(lab, one).map((text) => h("td", {}, text)))));
    putText(point, mine.length < 2 ? "One way. Find another." : `${mine.length} different settings, one κ. Whoever reads only κ cannot tell them apart: it does not say how skilled the raters are, nor whether they are right.`);
  }
  return { el, show, name };
}

// Kept settings that can be read; a damaged entry is left out.
function labFound(state) {
  const whole = (one) => one && typeof one.target === "string" && LAB_SHARES.every((name) => typeof one[name] === "number" && one[name] >= 0 && one[name] <= 1);
  return (state.get("found") ?? []).filter(whole);
}

function labFoundRow(lab, one) {
  const cells = runFormula(lab.formulas.answers, one), percent = (share) => String(Math.round(share * 100));
  const agree = cells.both[0] + cells.neither[0], wrong = agree - labBothRight(lab, one);
  return [labPercent(one.prevalence), `${percent(one.sensitivity_first)} / ${percent(one.specificity_first)}`, `${percent(one.sensitivity_second)} / ${percent(one.specificity_second)}`, labPercent(one.shared), labPercent(agree), labPercent(wrong)];
}

// Share on which both are right: yes together where everybody has it, no together where nobody has it.
function labBothRight(lab, one) {
  const all = runFormula(lab.formulas.answers, { ...one, prevalence: 1 }), none = runFormula(lab.formulas.answers, { ...one, prevalence: 0 });
  return one.prevalence * all.both[0] + (1 - one.prevalence) * none.neither[0];
}

function labNear(target, kappa, near) {
  if (kappa === null) return "Your κ is not defined: both raters say the same of everybody.";
  const mine = `Your raters: κ ${labKappa(kappa)} in the long run.`;
  if (labReached(target, kappa, near)) return `✓ ${target.shape === "range" ? "Within the range" : "Reached"}. ${mine} But is this how it was? Many other settings give the same κ.`;
  return `${mine} ${labOff(target, kappa, near)}`;
}

// How far off, in a few words.
function labOff(target, kappa, near) {
  if (kappa === null) return "Your κ is not defined.";
  if (labReached(target, kappa, near)) return target.shape === "range" ? "✓ Within." : "✓ Reached.";
  const [low, high] = target.span, off = kappa < low ? low - kappa : kappa - high;
  return `${Math.max(0.01, off).toFixed(2)} too ${kappa <= low ? "low" : "high"}.`;
}
