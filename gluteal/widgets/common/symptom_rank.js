// Which hypotheses the answers speak for: look-up and sums of whole numbers, step by step as the docstring of
// gluteal.models.reasoning.ranking_table says, so that the page and Python come to the same ranking.

// given: for each feature its answer (0 present, 1 absent) or -1.
function sympRanker(table) {
  const { features, hypotheses, groups } = table;
  const known = hypotheses.map(() => new Map());
  for (const [hypothesis, feature, answer, points, study, sentence, grade, source] of table.weights) {
    known[hypothesis].set(feature * 2 + answer, { feature, answer, points, study: Boolean(study), sentence: table.sentences[sentence], grade: table.grades[grade], source: table.sources[source] });
  }
  const said = ({ feature, answer }) => features[feature][table.answers[answer]];
  const fill = (sentence, values) => sentence.replace(/\{(\w+)\}/g, (_, name) => values[name]);

  function weights(hypothesis, given) {
    const found = [];
    given.forEach((answer, feature) => {
      const weight = answer < 0 ? null : known[hypothesis].get(feature * 2 + answer);
      if (weight) found.push(weight);
    });
    return found;
  }

  // Of the answers of one group only the strongest for and the strongest against count.
  function reasons(hypothesis, given) {
    const all = weights(hypothesis, given), strongest = new Map();
    const side = (weight) => features[weight.feature].group * 2 + (weight.points > 0 ? 1 : 0);
    for (const weight of all) {
      const best = strongest.get(side(weight));
      if (!best || Math.abs(weight.points) > Math.abs(best.points)) strongest.set(side(weight), weight);
    }
    return all.map((weight) => {
      const best = strongest.get(side(weight)), counts = best === weight;
      const remark = counts ? "" : fill(table.words.absorbed, { other: said(best), why: groups[features[weight.feature].group].why });
      return { ...weight, id: features[weight.feature].id, said: said(weight), counted: counts ? weight.points : 0, remark };
    });
  }

  const sum = (hypothesis, found) => hypotheses[hypothesis].prior + found.reduce((all, reason) => all + reason.counted, 0);

  // The same sum without the words, since every open question is tried both ways.
  function score(hypothesis, given) {
    const strongest = new Map();
    for (const { feature, points } of weights(hypothesis, given)) {
      const side = features[feature].group * 2 + (points > 0 ? 1 : 0), best = strongest.get(side) ?? 0;
      if (Math.abs(points) > Math.abs(best)) strongest.set(side, points);
    }
    return [...strongest.values()].reduce((all, points) => all + points, hypotheses[hypothesis].prior);
  }

  function ranked(given) {
    const every = hypotheses.map((one, number) => {
      const found = reasons(number, given);
      return { ...one, number, score: sum(number, found), reasons: found };
    });
    const scores = every.map((one) => one.score).sort((a, b) => b - a);
    const strongest = (list) => [...list].sort((a, b) => Math.abs(b.counted) - Math.abs(a.counted) || Math.abs(b.points) - Math.abs(a.points));
    return every.sort((a, b) => b.score - a.score || a.number - b.number).map((one) => ({
      ...one, place: scores.indexOf(one.score) + 1,
      for: strongest(one.reasons.filter((reason) => reason.points > 0)), against: strongest(one.reasons.filter((reason) => reason.points < 0)),
    }));
  }

  // The open questions whose answers move the leading two furthest against each other.
  function apart(first, second, given) {
    const distance = (answers) => score(first.number, answers) - score(second.number, answers), now = distance(given);
    const side = (moved) => (moved > 0 ? first : moved < 0 ? second : null);
    const questions = features.flatMap((feature, place) => {
      if (given[place] >= 0) return [];
      const [yes, no] = [0, 1].map((answer) => distance(given.map((known, other) => (other === place ? answer : known))) - now);
      return Math.abs(yes - no) >= table.tellingPoints ? [{ place, id: feature.id, question: feature.question, points: Math.abs(yes - no), words: words(side(yes), side(no)) }] : [];
    });
    return { title: fill(table.words.tell_apart, { first: first.short, second: second.short }), questions: questions.sort((a, b) => b.points - a.points).slice(0, table.tellingQuestions) };
  }

  function words(yes, no) {
    if (!yes && !no) return "";
    return fill(yes && no ? table.words.either_way : yes ? table.words.only_yes : table.words.only_no, { yes: yes?.short, no: no?.short });
  }

  function contradictions(given) {
    return table.contradictions.filter(([one, first, other, second]) => given[one] === first && given[other] === second)
      .map(([one, first, other, second, sentence]) => ({ ids: [features[one].id, features[other].id], said: [said({ feature: one, answer: first }), said({ feature: other, answer: second })], sentence }));
  }

  function remarks(given, urgent, open, list) {
    if (urgent.length) return [table.words.urgent, table.words.no_diagnosis];
    if (open.length) return [fill(table.words.not_asked, { count: open.length, are: open.length === 1 ? "is" : "are" }), table.words.no_diagnosis];
    return [...about(given, list), table.words.no_diagnosis];
  }

  function about(given, list) {
    if (!given.some((answer) => answer >= 0)) return [table.words.nothing];
    const close = list.filter((one) => list[0].score - one.score <= table.closePoints);
    if (!list.some((one) => one.for.some((reason) => reason.counted))) return [table.words.no_support];
    return close.length > 1 ? [fill(table.words.close, { names: sympListed(close.map((one) => one.short)), points: table.closePoints })] : [];
  }

  // flags: for each red flag its answer (0 present, 1 absent) or -1
  return function rank(given, flags) {
    const urgent = table.redFlags.filter((_, place) => flags[place] === 0), open = table.redFlags.filter((_, place) => flags[place] < 0);
    const list = urgent.length || open.length ? [] : ranked(given);
    const again = new Set(given.flatMap((answer, place) => (answer === 0 ? features[place].redFlags : [])));
    return {
      state: urgent.length ? "red-flag" : open.length ? "unanswered" : "ranked", urgent, open, list,
      contradictions: contradictions(given), apart: list.length ? apart(list[0], list[1], given) : null,
      askAgain: table.redFlags.filter((_, place) => again.has(place) && flags[place] !== 0), remarks: remarks(given, urgent, open, list),
    };
  };
}

const sympListed = (names) => (names.length === 1 ? names[0] : `${names.slice(0, -1).join(", ")} and ${names.at(-1)}`);
