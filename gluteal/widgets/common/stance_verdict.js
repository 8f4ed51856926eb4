// Trendelenburg or not, in words, with what would help and what the words leave out.

function stanceVerdictPanel(state, tell) {
  const { records } = state;
  const title = h("h3", {}), text = h("p", {}), ways = h("p", { class: "ss-ways-words" });
  const lean = h("button", { type: "button", class: "gl-button ss-way", onclick: () => tell({ lean_deg: wanted.lean, drop_deg: 0 }, true) });
  const stick = h("button", { type: "button", class: "gl-button ss-way", onclick: () => tell({ stick_pct: wanted.stick, stick_hand: records.hands[0] }, true) });
  const drop = h("button", { type: "button", class: "gl-button ss-way", onclick: () => tell({ drop_deg: 10 }, true) }, "Let the pelvis drop");
  const buttons = h("div", { class: "ss-ways" }, lean, stick, drop);
  const says = h("div", { class: "ss-verdict-box" }, title, text, ways, buttons);
  const graded = (one) => [h("span", { role: "img", "aria-label": records.grades[one.grade].name }, records.grades[one.grade].symbol), " ", ...sourceLinks([one.source])];
  const study = (one) => h("li", {}, h("strong", {}, `${one.name}${one.value && `: ${one.value}`}. `), `${[one.who, one.against].filter(Boolean).join(", ")}. ${one.note}. `, graded(one));
  const el = h("section", { class: "ss-verdict", "aria-label": "What the model says" }, says,
    h("p", { class: "ss-note" }, h("strong", {}, "Trendelenburg sign. "), `${records.sign.text}. `, graded(records.sign)),
    h("p", { class: "ss-note" }, h("strong", {}, "Limits. "), records.limits, " ", ...sourceLinks([records.studies.at(-1).source])),
    h("details", {}, h("summary", {}, "What was measured about sticks, bags and weak abductors"), h("ul", {}, ...records.studies.map(study))),
    h("p", { class: "ss-note" }, "Levers and strength: ", ...sourceLinks([records.model_source]), ", one adult model. 100 % strength is the sum of maximal forces in it; nobody was measured. A picture for teaching, not a test of a person."));
  const wanted = { lean: 0, stick: 0 };

  function show(now) {
    const { verdict, held, settings } = now, covered = state.covered(), short = !verdict.signs.holds;
    wanted.lean = Math.ceil(stanceBalance(records, { ...settings, drop_deg: 0 }).lean_needed_deg - 1e-9);
    wanted.stick = Math.ceil(held.stick_needed_pct - 1e-9);
    says.classList.toggle("ss-short", short && !covered);
    putText(title, covered ? "Trendelenburg or not?" : verdict.title);
    putText(text, covered ? "Predict first: can the abductors hold the pelvis in this posture? Then show the forces." : verdict.text);
    ways.hidden = buttons.hidden = covered || !short;
    offer(lean, wanted.lean <= state.control("lean_deg").high, `Lean ${wanted.lean}°`);
    offer(stick, wanted.stick <= state.control("stick_pct").high, `Push ${wanted.stick} % on a stick`);
    drop.hidden = settings.drop_deg > 0;
    putText(ways, `Asked ${stanceNewtons(held.abductor_n)}, there ${stanceNewtons(held.available_n)}: ${stanceNewtons(held.passive_n)} are missing. What would the body do?`);
  }

  function offer(button, there, words) {
    button.hidden = !there;
    putText(button, words);
  }
  return { el, show };
}
