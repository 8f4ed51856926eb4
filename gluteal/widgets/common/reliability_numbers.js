// Every number of the study with what it means in a sentence. No word such as "good" without whose word it is.

function labNumbers(state) {
  const rows = LAB_MEASURES.map(([name, title]) => {
    const words = h("span", { class: "rl-words" }), long = h("td", {}), own = h("td", {});
    return { name, words, long, own, el: h("tr", {}, h("th", { scope: "row" }, title, words), long, own) };
  });
  const said = h("div", { class: "rl-said" });
  const el = h("section", { class: "rl-numbers", "aria-label": "What the numbers mean" }, h("h3", {}, "What the numbers mean"),
    h("table", {}, h("caption", { class: "gl-hidden" }, "Measures of agreement, in the long run and in this study"), h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Measure"), h("th", { scope: "col" }, "Long run"), h("th", { scope: "col" }, "This study"))), h("tbody", {}, ...rows.map((row) => row.el))), said);

  function show(now) {
    for (const row of rows) {
      const [, , form, words] = LAB_MEASURES.find(([name]) => name === row.name);
      putText(row.long, form(now.longRun.measures, now.longRun));
      putText(row.own, form(now.study.measures, now.study));
      putText(row.words, words(now.study.measures, now));
    }
    said.replaceChildren(...labSaid(state, now.study.measures.kappa));
  }
  return { el, show };
}

const labShare = (name) => (found) => (found[name] === null ? "not defined" : labPercent(found[name]));
const labNumber = (name) => (found) => labKappa(found[name]);
const labShort = (value) => (value === null ? "–" : labKappa(value));

// name, title, how it is printed, what it means in this study
const LAB_MEASURES = [
  ["agreement", "Percent agreement", labShare("agreement"), (_, { study: { table }, n }) => `Both said the same of ${table[0] + table[3]} of ${n} patients.`],
  ["chance_agreement", "Agreement by chance", labShare("chance_agreement"), (found) => `Raters who said “yes” just as often, but blindly, would agree on ${labPercent(found.chance_agreement)}.`],
  ["kappa", "Cohen’s κ", labNumber("kappa"), (found) => labKappaWords(found)],
  ["interval", "95 % interval of κ", (found) => labInterval(found), (found, now) => labDoubt(found, now)],
  ["positive_agreement", "Positive agreement", labShare("positive_agreement"), (found) => (found.positive_agreement === null ? "Nobody said “yes”." : `When one says “yes”, the other does too in ${labPercent(found.positive_agreement)} of the cases.`)],
  ["negative_agreement", "Negative agreement", labShare("negative_agreement"), (found) => (found.negative_agreement === null ? "Nobody said “no”." : `When one says “no”, the other does too in ${labPercent(found.negative_agreement)} of the cases.`)],
  ["prevalence_index", "Prevalence index", labNumber("prevalence_index"), (found) => (found.prevalence_index > 0.5 ? "One answer is far more common than the other: that presses κ down, whatever the skill." : "0 when “both yes” and “both no” are equally many. The nearer to 1, the more it presses κ down.")],
  ["bias_index", "Bias index", labNumber("bias_index"), (found) => (found.bias_index > 0.2 ? "One rater says “yes” much more often than the other." : "0 when both say “yes” equally often.")],
  ["pabak", "PABAK", labNumber("pabak"), () => "κ as it would be if “yes” and “no” were equally common and no rater leaned: it depends on percent agreement alone."],
  ["kappa_max", "Largest possible κ", labNumber("kappa_max"), (found) => (found.kappa_max === null ? "Not defined here." : `With these sums of “yes” and “no”, κ cannot exceed ${labKappa(found.kappa_max)}.`)],
];

function labInterval({ kappa, low, high, no_width }) {
  if (kappa !== null && no_width) return "no width";
  return kappa === null ? "not defined" : `${labShort(low)} to ${labShort(high)}`;
}

function labKappaWords({ kappa }) {
  if (kappa === null) return "Both gave everybody the same answer. Chance leaves nothing open to agree on: κ is zero divided by zero.";
  if (kappa < -0.005) return "They agree less often than blind guessing would.";
  if (kappa < 0.005) return "No more agreement than blind guessing would give.";
  return `Of the agreement that chance leaves open, they reach ${labPercent(kappa)}. It does not say that they are right.`;
}

// What is to be said against the interval, the gravest first.
function labDoubt(found, { n }) {
  if (found.undefined) return "Without κ there is no interval.";
  if (found.no_width) return "The formula gives an interval without width. Do not believe it: another study would differ.";
  if (found.beyond_one) return "It reaches above 1, which κ cannot: too few patients for this formula.";
  if (found.few) return "One answer was given fewer than 5 times by a rater: do not trust this interval. (5 is a convention of these lessons.)";
  return `Of many studies of ${n} patients, about 95 of 100 such intervals would hold the long-run κ.`;
}

// The words that texts give to this value; they differ, and that is said.
function labSaid(state, kappa) {
  if (kappa === null) return [];
  const word = ({ bands }) => bands.find(([low, high]) => kappa >= low - 0.005 && kappa < high + 0.005)?.[2];
  const named = state.lab.scales.map((scale) => [word(scale), state.lab.sources[scale.source]]).filter(([text]) => text);
  const parts = named.flatMap(([text, source], i) => [i ? ", " : "", `“${text}” (`, ...sourceLinks([source]), ")"]);
  const lead = `A word for κ ${labKappa(kappa)}? `;
  return [h("p", {}, lead, ...(parts.length ? [...parts, ". "] : ["These texts have none. "]), "Such words are conventions: what agreement is enough depends on what is decided by it.")];
}
