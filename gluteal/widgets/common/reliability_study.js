// The study that is shown: its two main numbers, the table of the two raters, the patients.

function labHeadline(state) {
  const tile = (name) => {
    const big = h("p", { class: "rl-big" }), small = h("p", { class: "rl-small" });
    return { big, small, el: h("div", { class: "rl-tile" }, h("h3", {}, name), big, small) };
  };
  const agreement = tile("Agreement"), kappa = tile("κ (kappa)"), aim = h("p", { class: "rl-aim" });
  const el = h("div", { class: "rl-headline" }, agreement.el, kappa.el, aim);

  function show({ study, longRun }) {
    const own = study.measures;
    putText(agreement.big, labPercent(own.agreement));
    putText(agreement.small, `long run ${labPercent(longRun.measures.agreement)}`);
    putText(kappa.big, labKappa(own.kappa));
    const interval = own.kappa === null || own.no_width ? "" : `95 % ${labKappa(own.low)} to ${labKappa(own.high)}; `;
    const target = state.target();
    aim.hidden = !target;
    if (target) putText(aim, `To reproduce: ${target.name}, κ ${target.printed}. ${labOff(target, longRun.measures.kappa, state.lab.limits.near)}`);
    putText(kappa.small, `${interval}long run ${labKappa(longRun.measures.kappa)}`);
  }
  return { el, show };
}

function labStudyPanel(state, tell) {
  const mosaic = labMosaic(), dots = labDots(), table = labTable();
  const title = h("h3", {}), right = h("p", { class: "rl-note rl-rightness" });
  const truth = h("input", { type: "checkbox", id: uid(), onchange: () => tell.set({ truth: truth.checked }, true) });
  const number = h("input", { type: "number", id: uid(), min: 0, max: state.lab.limits.seed, step: 1, inputmode: "numeric", onchange: () => tell.seed(number.valueAsNumber) });
  const areas = h("div", {}, title, h("div", { class: "rl-mosaic-frame" }, h("p", { class: "rl-across", "aria-hidden": "true" }, h("span", {}, "Rater 1 yes"), h("span", {}, "Rater 1 no")), mosaic.el),
    h("p", { class: "rl-note" }, "Full colour: both yes. Faint: both no. Hatched: they differ. Rater 2 says yes above, no below."), table.el);
  const people = h("div", {}, h("div", { class: "rl-draw" }, h("button", { type: "button", class: "gl-button gl-main rl-again", onclick: () => tell.seed(state.seed() + 1) }, "Another study"), h("label", { for: number.id }, "Study no."), number),
    dots.el, h("p", { class: "rl-note" }, "One dot, one patient. Left half rater 1, right half rater 2; filled: yes."),
    h("div", { class: "rl-check" }, truth, h("label", { for: truth.id }, "Show who has the finding (a square). The raters do not know.")), right);
  const el = h("section", { class: "rl-study", "aria-label": "The study" }, areas, people);

  function show(now) {
    putText(title, `${now.n} ${now.n === 1 ? "patient" : "patients"}, two raters`);
    mosaic.show(now.study.table);
    table.show(now.study.table);
    truth.checked = Boolean(state.get("truth"));
    dots.show(now.study.patients, truth.checked);
    if (document.activeElement !== number) number.value = now.seed;
    putText(right, truth.checked ? labRightness(now.study.patients) : "");
  }
  return { el, show };
}

// How often the raters were right: what the printed table never shows.
function labRightness(patients) {
  const count = (test) => patients.filter(test).length;
  const first = count(({ cell, truth }) => (cell < 2) === truth), second = count(({ cell, truth }) => (cell % 2 === 0) === truth);
  const both = count(({ cell, truth }) => (cell === 3 && truth) || (cell === 0 && !truth));
  return `${count(({ truth }) => truth)} of ${patients.length} have it. Rater 1 was right on ${first}, rater 2 on ${second}; on ${both} they agreed and were both wrong. A published table does not show this.`;
}

function labTable() {
  const cells = LAB_CELLS.map(() => h("td", {})), sums = Array.from({ length: 5 }, () => h("td", { class: "rl-sum" }));
  const head = (text, scope) => h("th", { scope }, text);
  const el = h("table", { class: "rl-table" }, h("caption", { class: "gl-hidden" }, "Answers of the two raters"),
    h("thead", {}, h("tr", {}, h("td", {}), head("Rater 1 yes", "col"), head("Rater 1 no", "col"), head("Sum", "col"))),
    h("tbody", {}, h("tr", {}, head("Rater 2 yes", "row"), cells[0], cells[2], sums[0]), h("tr", {}, head("Rater 2 no", "row"), cells[1], cells[3], sums[1]), h("tr", { class: "rl-sum" }, head("Sum", "row"), sums[2], sums[3], sums[4])));

  function show([both, first, second, neither]) {
    [both, first, second, neither].forEach((count, i) => putText(cells[i], String(count)));
    [both + second, first + neither, both + first, second + neither, both + first + second + neither].forEach((sum, i) => putText(sums[i], String(sum)));
  }
  return { el, show };
}
