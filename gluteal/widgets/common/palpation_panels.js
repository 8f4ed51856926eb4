// The panels beside the patch: what to do, the answer, what it was worth, the record, what to know.

function palpSwitch(label, entries, choose) {
  const buttons = entries.map(([id, title]) => h("button", { type: "button", "aria-pressed": "false", onclick: () => choose(id) }, title));
  const el = h("div", { class: "pt-group", role: "group", "aria-label": label }, ...buttons);
  return { el, show: (chosen) => buttons.forEach((button, index) => putAttribute(button, "aria-pressed", entries[index][0] === chosen)) };
}

function palpSelect(label, entries, choose) {
  const id = uid();
  const select = h("select", { id, onchange: () => choose(select.value) }, ...entries.map(([value, title]) => h("option", { value }, title)));
  return { el: h("div", { class: "pt-select" }, h("label", { for: id }, label), select), show: (value) => (select.value = value), select };
}

function palpCheck(label, changed) {
  const id = uid();
  const box = h("input", { type: "checkbox", id, onchange: () => changed(box.checked) });
  return { el: h("div", { class: "pt-check" }, box, h("label", { for: id }, label)), box };
}

// The force of the finger: slider, buttons of a step, and the three ranges in words.
function palpForce(pack, { change }) {
  const most = pack.limits["force-most"];
  const id = uid();
  const slider = h("input", { type: "range", id, min: 0, max: most, step: 0.5, oninput: () => change(Number(slider.value)) });
  const value = h("output", { class: "pt-force-value", for: id });
  const step = (by) => h("button", { type: "button", class: "gl-button", "aria-label": by < 0 ? "Press less" : "Press more", onclick: () => change(Number(slider.value) + by) }, by < 0 ? "−" : "+");
  const ranges = h("div", { class: "pt-ranges", "aria-hidden": "true" }, h("span", {}, "skin"), h("span", {}, "muscle"), h("span", {}, "too hard"));
  const el = h("div", { class: "pt-force" }, h("label", { for: id }, "Pressure"), step(-0.5), h("div", { class: "pt-force-track" }, slider, ranges), step(0.5), value);
  function show(set, now, muscle) {
    const word = palpForceWord(pack, muscle, now);
    if (Number(slider.value) !== set) slider.value = set;
    putAttribute(slider, "aria-valuetext", `${set} newton: ${palpForceWord(pack, muscle, set)}`);
    putText(value, `${now.toFixed(1)} N, ${word}`);
    const [reach, hard] = [muscle.reach / most, pack.limits["hard-force"] / most];
    ranges.style.gridTemplateColumns = `${reach}fr ${hard - reach}fr ${1 - hard}fr`;
    el.style.setProperty("--now", now / most);
    el.classList.toggle("pt-hard", now > pack.limits["hard-force"]);
  }
  return { el, show };
}

function palpForceWord(pack, muscle, force) {
  if (force === 0) return "no pressure";
  if (force < muscle.reach) return "only skin and fat";
  return force > pack.limits["hard-force"] ? "too hard: everything resists" : "reaches the muscle";
}

// Answering: mark, kind, give.
function palpAnswer(act) {
  const name = uid();
  const choices = [["active", "An active trigger point at my mark"], ["latent", "A latent trigger point at my mark"], ["none", "No trigger point here"]];
  const radios = choices.map(([value]) => h("input", { type: "radio", name, value, onchange: () => act.say(value) }));
  const rows = choices.map(([, title], index) => h("label", { class: "pt-choice" }, radios[index], h("span", {}, title)));
  const hint = h("p", { class: "pt-hint" });
  const mark = h("button", { type: "button", class: "gl-button", onclick: act.mark }, "Mark this place (M)");
  const give = h("button", { type: "button", class: "gl-button gl-main", onclick: act.give }, "Give the answer");
  const el = h("fieldset", { class: "pt-answer" }, h("legend", {}, "Your answer"), mark, ...rows, hint, give);
  function show({ said, mark: at, presses }) {
    radios.forEach((radio) => (radio.checked = radio.value === said));
    const missing = !said ? "Choose one of the three." : said !== "none" && !at ? "Put the finger on the spot and mark it." : "";
    putText(hint, `${at ? `Mark at ${at.map((one) => one.toFixed(0)).join(", ")} mm. ` : ""}${missing || "Ready."} Presses so far: ${presses}.`);
    putAttribute(give, "aria-disabled", Boolean(missing));
  }
  return { el, show };
}

function palpFeedback(pack, act) {
  const el = h("section", { class: "pt-feedback", "aria-label": "What it was" });
  const cited = (sources) => h("span", { class: "pt-cite" }, " (", ...sourceLinks(sources), ")");
  function show(result) {
    const { words } = pack;
    const kind = words.kinds[result.kind];
    const good = result.outcome === "hit" || result.outcome === "correct-rejection";
    el.replaceChildren(
      h("p", { class: `pt-verdict ${good ? "pt-right" : "pt-wrong"}` }, `${good ? "✓" : "✗"} ${words.outcomes[result.outcome]}`, h("strong", {}, ` ${result.points} points`)),
      h("p", {}, h("strong", {}, `${kind.title}. `), kind.text, cited(words.rule_sources)),
      ...(result.outcome === "hit" ? [h("p", {}, result.kind_right ? "You told active from latent rightly." : `It was ${result.kind}, not ${result.said}: ask whether the pain is the one the person knows.`)] : []),
      ...(result.distance_mm !== null ? [h("p", {}, `Your mark lies ${result.distance_mm} mm from the spot. ${words.apart.text}`, cited(words.apart.sources))] : []),
      h("p", { class: "pt-small" }, `${result.presses} ${result.presses === 1 ? "press" : "presses"}. ${words.score}`),
      h("div", { class: "pt-buttons" }, h("button", { type: "button", class: "gl-button gl-main pt-next", onclick: act.next }, "Next patch"), h("button", { type: "button", class: "gl-button", onclick: act.again }, "This patch again")));
  }
  return { el, show };
}

function palpSteps(pack, act) {
  const el = h("section", { class: "pt-steps", "aria-label": "Steps" });
  let drawn = "";
  function show({ done, crossings }, muscle) {
    const key = JSON.stringify([done, crossings, muscle.id]);
    if (key === drawn) return;
    drawn = key;
    const force = Math.round(muscle.reach * 1.5);
    el.replaceChildren(h("ol", {}, ...pack.words.steps.map((step, index) => {
      const state = index < done ? "done" : index === done ? "now" : "later";
      const count = index === 0 && state === "now" && crossings ? ` Crossed ${crossings} of 2 times.` : "";
      return h("li", { class: `pt-step-${state}`, "aria-current": state === "now" ? "step" : null },
        h("strong", {}, `${state === "done" ? "✓ " : ""}${step.title}`),
        state === "later" ? null : h("p", {}, state === "done" ? step.done : step.do.replace("{force}", force) + count, state === "done" && index === 2 ? [" (", ...sourceLinks(pack.words.twitch_sources), ")"] : null));
    })), h("div", { class: "pt-buttons" },
      h("button", { type: "button", class: "gl-button", onclick: act.again }, "Begin again"),
      h("button", { type: "button", class: `gl-button ${done === 3 ? "gl-main" : ""}`, onclick: act.trial }, "Go on to a trial")));
  }
  return { el, show };
}

function palpRecord(pack, clear) {
  const body = h("div", { class: "pt-record-body" });
  const el = h("section", { class: "pt-record", "aria-label": "Your record" }, h("h3", {}, "Your record"), body);
  const share = ([part, whole]) => (whole ? `${part} of ${whole} (${Math.round((100 * part) / whole)}\u00a0%)` : "none yet");
  function show(record) {
    const sum = palpTally(record.filter(isAnswer));
    if (!sum.total) return body.replaceChildren(h("p", { class: "pt-small" }, "Your answers are counted here. No patch answered yet."));
    const rows = [
      ["Patches", String(sum.total)],
      ["Trigger points found (sensitivity)", share(sum.sensitivity)],
      ["… marked too far away", String(sum.elsewhere)],
      ["… overlooked", String(sum.misses)],
      ["Patches rightly called free (specificity)", share(sum.specificity)],
      ["False alarms", String(sum.alarms)],
      ["Mean distance of your marks", sum.distance === null ? "no mark yet" : `${sum.distance.toFixed(1)} mm (two examiners: ${pack.limits["found-distance"]} mm)`],
    ];
    return body.replaceChildren(
      h("table", {}, h("tbody", {}, ...rows.map(([name, value]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value))))),
      h("p", { class: "pt-small" }, "Few patches say little: with ten, a share is uncertain by some 30 points. The reliability lab shows what such a pair of shares does to the agreement of two examiners."),
      h("button", { type: "button", class: "gl-button", onclick: clear }, "Clear the record"));
  }
  return { el, show };
}

function palpNotes(pack) {
  const { words } = pack;
  const keys = [["Arrow keys", "move 2 mm"], ["Shift and arrow keys", "move 10 mm"], ["Space", "press, lift"], ["+ and −", "pressure"], ["S", "snap in the direction you last moved"], ["M or Enter", "mark this place"], ["Escape", "lift"]];
  return h("details", { class: "pt-notes" }, h("summary", {}, "Techniques, keys, and what this model is"),
    h("dl", {}, ...words.techniques.flatMap(({ name, text }) => [h("dt", {}, name), h("dd", {}, text)])),
    h("p", {}, "Mouse, finger or pen: press on the patch and move. Held still, the finger sinks deeper. A pen gives its own pressure. While you press, the wheel changes the pressure."),
    h("dl", { class: "pt-keys" }, ...keys.flatMap(([key, does]) => [h("dt", {}, key), h("dd", {}, does)])),
    ...words.honest.map((text, index) => h("p", {}, text, index === words.honest.length - 1 ? [" (", ...sourceLinks(words.honest_sources), ")"] : null)));
}
