// Palpation trainer: the finger of the learner lives here; what is to last (muscle, mode, seed, force, the answer and
// the record) lives in the traits.

const TRAINER_TRAITS = ["muscle", "mode", "seed", "force_n", "see_through", "result", "record"];

async function render({ model, el }) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, "The patch is being loaded."));
  try {
    const pack = await fetchPalpation(model);
    const body = await fetchBody(model, model.get("body"));
    return palpationTrainer({ model, el, pack, body });
  } catch (fault) {
    sentence(el, `${fault.message} Run the cell again, or load the page again, to bring the trainer back.`);
  }
}

function palpationTrainer({ model, el, pack, body }) {
  const state = palpState(model, pack);
  const { get } = state;
  const live = liveRegion({ class: "gl-hidden" });
  const stage = palpStage(pack);
  const curve = palpCurve();
  const tip = palpTip();
  const report = palpReport(pack, body);
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const session = { key: "", trial: null, presses: 0, mark: null, said: "", snaps: 0 };
  const guide = palpGuide(stepDone);
  let frame = 0;
  let telling = 0;
  let told = { said: "", felt: "" };

  const pad = h("div", { class: "pt-pad", tabindex: "0", role: "application", "aria-roledescription": "patch of muscle under a finger" }, stage.el);
  const hand = palpHand(pad, { size: stage.size, force: () => state.force(), most: pack.limits["force-most"], holds: () => holds.box.checked }, {
    moved, pressed, lifted, held: () => (feel(0), soon()), keyed: () => tellSoon(), mark: markHere,
    force: (by) => setForce(state.force() + by), snapped,
  });

  // --- what the finger does ----------------------------------------------------------------------------------
  const muscle = () => state.muscle();

  function feel(distance, turned = false, x = hand.finger.x, y = hand.finger.y) {
    const felt = session.trial.touch(x, y, hand.force(), distance ? hand.finger.way : null);
    session.depth = felt.depth;
    curve.add(distance, felt.resistance, turned);
    return felt.resistance;
  }

  // A quick hand jumps far between two events: what lies between is felt too.
  function moved(from, finger, { length, turned }) {
    if (finger.down) {
      const steps = Math.max(1, Math.ceil(length / 0.6));
      for (let step = 1; step <= steps; step += 1) {
        const share = step / steps;
        feel(length / steps, turned && step === 1, from.x + (finger.x - from.x) * share, from.y + (finger.y - from.y) * share);
      }
      follow();
    }
    soon();
  }

  function pressed() {
    session.presses += 1;
    guide.lifted();
    stage.dot(hand.finger);
    feel(0);
    soon();
    tellSoon();
    paintAnswer();
  }

  function lifted() {
    curve.lift();
    soon();
  }

  function snapped(from, finger, force, time) {
    const snap = session.trial.snapped(from, finger, force, time);
    if (!snap) return false;
    const answered = snap.good && session.trial.answers(session.snaps);
    if (snap.good) session.snaps += 1;
    if (answered) {
      stage.twitch(snap.u);
      flash("The band twitched.");
      if (get("mode") === "guided") guide.twitched();
    } else flash("You snapped across the band. No twitch.");
    return true;
  }

  const follow = () => get("mode") === "guided" && hand.finger.down && guide.follow(session.trial, hand.finger, hand.force(), muscle());

  function stepDone(done) {
    live.say(pack.words.steps[done - 1].done);
    paintPanels();
  }

  function setForce(force) {
    const { "force-most": most } = pack.limits;
    state.change({ force_n: Math.round(within(force, 0, most) * 2) / 2 });
    if (hand.finger.down) feel(0);
    follow();
    soon();
    tellSoon();
  }

  function markHere() {
    if (get("mode") !== "trial" || state.answered()) return;
    session.mark = [hand.finger.x, hand.finger.y].map((one) => Math.round(one * 10) / 10);
    live.say(`Marked at square ${squareOf(hand.finger)}.`);
    paintAnswer();
    soon();
  }

  function squareOf({ x, y }) {
    const { columns, rows } = PALP_GRID;
    const at = (place, size, letters) => letters[Math.min(letters.length - 1, Math.floor((place / size) * letters.length))];
    return at(x, stage.size.width, columns) + at(y, stage.size.height, rows);
  }

  function goTo(square) {
    const { columns, rows } = PALP_GRID;
    if (!square) return;
    hand.jump({ x: ((columns.indexOf(square[0]) + 0.5) * stage.size.width) / columns.length, y: ((rows.indexOf(square[1]) + 0.5) * stage.size.height) / rows.length });
    live.say(`The finger is over square ${square}.`);
  }

  // --- the answer --------------------------------------------------------------------------------------------
  function give() {
    const ready = session.said && (session.said === "none" || session.mark);
    if (!ready || state.answered()) return live.say(session.said ? "Put the finger on the spot and mark it first." : "Choose one of the three answers first.");
    const result = palpJudge(pack, session.trial, muscle(), session);
    hand.lift();
    state.change({ result, record: [...state.record(), result].slice(-MOST_RECORDED), see_through: true });
    live.say(`${pack.words.outcomes[result.outcome]} ${pack.words.kinds[result.kind].title}. ${result.points} points.`);
    el.querySelector(".pt-next")?.focus({ preventScroll: true });
  }

  function next(seed) {
    begin();
    state.change({ seed, result: {}, see_through: false });
    live.say("A new patch.");
    pad.focus({ preventScroll: true });
  }

  function begin() {
    hand.lift();
    Object.assign(session, { key: "", presses: 0, mark: null, said: "", snaps: 0 });
    guide.begin();
    curve.clear();
  }

  function toMode(mode) {
    begin();
    state.change({ mode, see_through: mode !== "trial", result: {} });
  }

  // --- what is told aloud, not at every step -------------------------------------------------------------------
  function tellSoon() {
    clearTimeout(telling);
    telling = setTimeout(() => {
      if (!hand.finger.down) return live.say(`Square ${squareOf(hand.finger)}, not pressed.`);
      const { resistance } = session.trial.touch(hand.finger.x, hand.finger.y, hand.force(), null);
      return live.say(`Square ${squareOf(hand.finger)}. Resistance ${resistance.toFixed(1)} of 10. ${told.said} ${told.felt ? `Also felt: ${told.felt}` : ""}`);
    }, 400);
  }

  function flash(text) {
    putText(flashed, text);
    flashed.classList.remove("pt-flash-on");
    requestAnimationFrame(() => flashed.classList.add("pt-flash-on"));
    live.say(text);
  }

  // --- the parts of the page -----------------------------------------------------------------------------------
  const modes = palpSwitch("What to do", pack.words.modes.map((one) => [one.id, one.title]), toMode);
  const muscles = palpSelect("Muscle", pack.muscles.map((one) => [one.id, one.name]), (id) => (begin(), state.change({ muscle: id, result: {}, see_through: get("mode") !== "trial" })));
  const squares = palpSelect("Go to square", [["", "–"], ...[...PALP_GRID.rows].flatMap((row) => [...PALP_GRID.columns].map((column) => [column + row, column + row]))], goTo);
  const force = palpForce(pack, { change: setForce });
  const holds = palpCheck("Sink deeper while I hold still", () => {});
  holds.box.checked = true;
  const through = palpCheck("See through to the fibres", (on) => state.change({ see_through: on }));
  const touchButton = h("button", { type: "button", class: "gl-button", onclick: () => (hand.finger.down ? hand.lift() : hand.press(), soon()) }, "Press");
  const snapButton = h("button", { type: "button", class: "gl-button", onclick: () => hand.snap() }, "Snap (S)");
  const flashed = h("p", { class: "pt-flash" });
  const prompt = h("p", { class: "pt-prompt" });
  const fault = h("p", { class: "pt-fault", role: "alert", hidden: true });
  const steps = palpSteps(pack, { again: () => (begin(), paint()), trial: () => toMode("trial") });
  const answer = palpAnswer({ mark: markHere, give, say: (said) => ((session.said = said), paintAnswer()) });
  const feedback = palpFeedback(pack, { next: () => next(state.nextSeed()), again: () => next(session.trial.seed) });
  const record = palpRecord(pack, () => state.change({ record: [] }));
  const normal = h("section", { class: "pt-normal", "aria-label": "Normal muscle" }, h("p", {}, "Nothing is hidden here. Move along and across the fibres and press harder and softer: the curve rises and falls a little in broad swells, and nothing hurts until you press too hard. Keep this in your fingers: a taut band is a narrow ridge that stands out from it."));
  const root = h("div", { class: "gl pt gl-wide", role: "region", "aria-label": "Palpation trainer" },
    h("div", { class: "pt-bar" }, modes.el, muscles.el),
    fault, prompt,
    h("div", { class: "pt-body" },
      h("div", { class: "pt-left" }, pad, flashed, force.el,
        h("div", { class: "pt-tools" }, touchButton, snapButton, squares.el, through.el, holds.el)),
      h("div", { class: "pt-right" },
        h("section", { class: "pt-felt", "aria-label": "What you feel" }, h("h3", {}, "You feel: resistance, 0 to 10"), h("div", { class: "pt-felt-row" }, curve.svg, tip.svg)),
        report.el),
      h("div", { class: "pt-side" }, normal, steps.el, answer.el, feedback.el, record.el)),
    palpNotes(pack), live.node);

  // --- painting ------------------------------------------------------------------------------------------------
  // Once a frame, whatever happened in it.
  function soon() {
    if (!frame) frame = requestAnimationFrame(() => ((frame = 0), safely(quick)));
  }

  function quick() {
    const { finger } = hand;
    const now = hand.force();
    if (!finger.down) session.depth = 0;
    curve.draw();
    tip.show(finger.down, session.depth ?? 0);
    stage.finger({ ...finger, force: now }, session.depth ?? 0);
    told = report.show(session.trial.tell(finger.x, finger.y, now), finger.down, session.trial.pattern);
    force.show(state.force(), now, muscle());
    putText(touchButton, finger.down ? "Lift" : "Press");
    putAttribute(touchButton, "aria-pressed", finger.down);
    follow();
    if (state.mode() === "guided") steps.show(guide.state, muscle());
  }

  function paint() {
    const wrong = state.fault();
    fault.hidden = !wrong;
    putText(fault, wrong);
    const trial = state.trial();
    const key = [muscle().id, get("mode"), trial.seed].join();
    if (key !== session.key) {
      if (session.key) begin();
      session.key = key;
      session.trial = trial;
      stage.paint(muscle());
      stage.lay(trial);
    }
    paintPanels();
    quick();
  }

  function paintPanels() {
    const mode = state.mode();
    const answered = state.answered();
    modes.show(mode);
    root.classList.toggle("pt-guided", mode === "guided");
    muscles.show(muscle().id);
    normal.hidden = mode !== "normal";
    steps.el.hidden = mode !== "guided";
    answer.el.hidden = mode !== "trial" || Boolean(answered);
    feedback.el.hidden = !answered;
    record.el.hidden = mode !== "trial";
    through.el.hidden = mode === "trial" && !answered;
    through.box.checked = state.through();
    if (mode === "guided") steps.show(guide.state, muscle());
    if (answered) feedback.show(answered);
    if (mode === "trial") record.show(state.record());
    putText(prompt, state.prompt(session.trial));
    putAttribute(pad, "aria-label", `Patch of ${muscle().name}, ${pack.limits["patch-width"]} by ${pack.limits["patch-height"]} mm. Arrow keys move the finger, Space presses and lifts, plus and minus change the pressure, S snaps, M marks.`);
    paintAnswer();
  }

  function paintAnswer() {
    const answered = state.answered();
    answer.show(session);
    const at = answered ? answered.mark : session.mark;
    stage.show({ through: state.through(), done: answered, hidden: answered || (get("mode") === "guided" && guide.state.done > 1), mark: get("mode") === "trial" ? at : null, off: answered?.distance_mm ?? 0 });
  }

  // Never a blank: whatever goes wrong while painting becomes a sentence.
  function safely(act) {
    try {
      act();
    } catch (error) {
      stop();
      sentence(el, `The trainer could not show this (${error.message}). Run the cell again, or load the page again, to bring it back.`);
    }
  }

  function stop() {
    cancelAnimationFrame(frame);
    clearTimeout(telling);
    hand.stop();
    state.stop();
    releaseKeys();
  }

  root.classList.toggle("pt-calm", calm.matches);
  state.watch(() => safely(paint));
  el.replaceChildren(root);
  const releaseKeys = ownKeys(root);
  safely(paint);
  return stop;
}

export default { render };
