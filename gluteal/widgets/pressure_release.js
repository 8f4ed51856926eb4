// Pressure release: the session lives here, choices and the record of presses in the traits.

function render({ model, el }) {
  try {
    const lab = model.get("lab");
    if (lab?.format !== 1) throw new Error("This model was made by another version of the lessons.");
    return pressureRelease(model, el, lab);
  } catch (fault) {
    sentence(el, `Pressure release cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
  }
}

function pressureRelease(model, el, lab) {
  const get = (name) => model.get(name), live = liveRegion({ class: "gl-hidden" });
  const most = lab.limits["force-most"], body = releaseModel(lab), kept = sessionKept("pressure-release", ["way", "unit", "speed"].map(get));
  const session = { target: 0, playing: null, from: 0, running: false, last: 0, due: 0, press: null, said: "", frame: 0 };

  // --- choices, with a fallback for what a saved state may hold ------------------------------------------------
  const way = () => lab.ways.find((one) => one.id === get("way")) ?? lab.ways[0];
  const unit = () => (get("unit") === "kPa" ? "kPa" : "N");
  const speed = () => ([1, 2, 4, 8].includes(get("speed")) ? get("speed") : 4);
  const record = () => (Array.isArray(get("record")) ? get("record").filter((one) => Array.isArray(one?.said) && ["most_n", "held_s", "most_pain", "gain_n"].every((name) => Number.isFinite(one[name]))) : []);
  const factor = () => (unit() === "kPa" ? lab.limits["kpa-per-newton"] : 1);
  const pressure = (force) => `${(force * factor()).toFixed(unit() === "N" ? 1 : 0)} ${unit()}`;

  function change(values) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
  }

  // --- time ----------------------------------------------------------------------------------------------------
  function start() {
    if (session.running) return;
    Object.assign(session, { running: true, last: 0, due: 0 });
    session.frame = requestAnimationFrame(tick);
  }

  function tick(at) {
    if (!session.running) return;
    session.due += session.last ? Math.min(0.25, (at - session.last) / 1000) * speed() : 0;
    session.last = at;
    while (session.due >= body.step && session.running) {
      session.due -= body.step;
      once();
    }
    safely(paint);
    if (session.running) session.frame = requestAnimationFrame(tick);
  }

  function once() {
    const { playing } = session;
    if (playing) body.to(releaseForceAt(playing, body.time() + body.step - session.from));
    else body.follow(session.target);
    follow();
    if (playing && body.time() - session.from >= playing.times[playing.times.length - 1]) endWay();
    if (!session.playing && session.target === 0 && body.force() < 0.05 && body.time() > session.until) stopTime();
    if (body.time() > 1800) stopTime();
  }

  // One press goes from the first touch to letting go.
  function follow() {
    const force = body.force(), now = body.now(), on = force > 0.5;
    if (on && !session.press) session.press = { most_n: 0, begun: body.time(), most_pain: 0, said: [], way: session.playing?.id ?? "" };
    if (session.press) {
      const { press } = session, [id] = body.sign();
      press.most_n = Math.max(press.most_n, force);
      press.most_pain = Math.max(press.most_pain, now.pain);
      if (["fast", "hard", "guarded", "full", "settled"].includes(id) && !press.said.includes(id)) press.said.push(id);
      if (!on) close(press, id);
    }
  }

  function close({ begun, ...press }, id) {
    const rounded = (value) => Math.round(value * 1000) / 1000;
    const said = [...press.said, ...(["sore", "short", "kept"].includes(id) ? [id] : [])];
    session.press = null;
    session.until = body.time() + 20;
    save({ record: [...record(), { most_n: rounded(press.most_n), held_s: rounded(body.time() - begun), most_pain: rounded(press.most_pain), gain_n: rounded(body.now().threshold_n - lab.limits["threshold-start"]), said, way: press.way }].slice(-40), result: result() });
  }

  function stopTime() {
    session.running = false;
    cancelAnimationFrame(session.frame);
    save({ result: result() });
  }

  const result = () => ({ ...Object.fromEntries([...lab.states, "threshold_n", "resistance"].map((name) => [name, body.now()[name]])), time_s: body.time() });

  // Into the traits, for Python and the notebook, and aside for a page that is loaded again.
  function save(values) {
    change(values);
    kept.keep(Object.fromEntries(["record", "result", "way", "unit", "speed"].map((name) => [name, get(name)])));
  }

  function resume() {
    const found = record().length ? null : kept.take(), saved = releaseState(found?.result, lab.states);
    if (saved) change({ ...found, result: saved });
    const now = saved ?? releaseState(get("result"), lab.states);
    if (!now) return;
    body.begin(now);
    session.until = 0;
    session.resumed = true;
  }

  // --- what a learner does -------------------------------------------------------------------------------------
  function aim(force) {
    session.playing = null;
    session.target = Math.min(most, Math.max(0, force));
    session.until = body.time() + 20;
    start();
    safely(paint);
  }

  function play() {
    begin();
    Object.assign(session, { playing: way(), from: body.time() });
    live.say(`${way().title} begins.`);
    start();
    safely(paint);
  }

  function atOnce() {
    begin();
    Object.assign(session, { playing: way(), from: body.time(), running: true });
    while (session.playing) once();
    stopTime();
    live.say(`${way().title}, run through. ${body.sign()[1]}.`);
    safely(paint);
  }

  function endWay() {
    Object.assign(session, { playing: null, target: 0, until: body.time() + 20 });
  }

  function begin() {
    cancelAnimationFrame(session.frame);
    Object.assign(session, { target: 0, playing: null, running: false, press: null, said: "", until: 0 });
    body.begin();
    session.resumed = false;
    save({ record: [], result: {} });
  }

  function pause() {
    if (session.running) stopTime();
    else start();
    safely(paint);
  }

  function drag(event) {
    const box = pad.getBoundingClientRect();
    if (event.type === "pointerdown") {
      pad.setPointerCapture(event.pointerId);
      session.drag = event.clientY;
    }
    if (session.drag === undefined) return;
    aim(Math.max(0.5, ((event.clientY - session.drag) / (box.height * 0.8)) * most));
  }

  function drop() {
    if (session.drag === undefined) return;
    session.drag = undefined;
    aim(0);
  }

  // --- the parts -----------------------------------------------------------------------------------------------
  const picture = releasePicture(), id = uid();
  const pad = h("div", { class: "pr-pad", onpointerdown: drag, onpointermove: drag, onpointerup: drop, onpointercancel: drop }, picture.el, h("p", { class: "pr-hint" }, "Drag downwards to press, let go to release. Or use the slider. Schematic."));
  const slider = h("input", { type: "range", id, min: 0, max: most, step: 0.5, value: 0, oninput: () => aim(Number(slider.value)) });
  const sliderLabel = h("label", { for: id }, "Press"), sliderValue = h("output", { for: id });
  const button = (text, act, extra = "") => h("button", { type: "button", class: `gl-button ${extra}`, onclick: act }, text);
  const letGo = button("Let go", () => aim(0)), pauseButton = button("Go on", pause), again = button("Begin anew", () => (begin(), live.say("A new session."), safely(paint)));
  const ways = releaseSelect("Ready way to press", RELEASE_KINDS.map(([kind, title]) => [title, lab.ways.filter((one) => one.kind === kind).map((one) => [one.id, one.title])]), (value) => (save({ way: value }), safely(paint)));
  const speeds = releaseSelect("Time runs", [["", [1, 2, 4, 8].map((one) => [one, one === 1 ? "as in life" : `${one} times faster`])]], (value) => (save({ speed: Number(value) }), safely(paint)));
  const units = releaseSelect("Unit", [["", [["N", "newton"], ["kPa", `kPa on ${lab.limits["contact-area"]} cm²`]]]], (value) => (save({ unit: value }), safely(paint)));
  const wayText = h("p", { class: "pr-note" }), signTitle = h("h3", {}), signWords = h("p", {}), signAdvice = h("p", { class: "pr-advice" });
  const pain = releaseMeter("Pain, 0 to 10", 10), resistance = releaseMeter("Resistance, 0 to 10", 10), threshold = releaseMeter("Hurts from", most);
  const forces = releaseStrip("", most, [0, 10, 20, 30, 40, 50].filter((one) => one <= most), ["threshold", "force"]);
  const pains = releaseStrip("Pain and resistance (dashes), 0 to 10", 10, [0, 5, 10], ["resistance", "pain"]);
  const log = releaseLog(lab);
  const root = h("div", { class: "gl pr gl-wide", role: "region", "aria-label": "Pressure release" },
    h("p", { class: "pr-banner" }, "Teaching model, not a measurement. It says nothing about how hard to press on anybody. Electric or shooting pain in the leg: stop and move away."),
    h("section", { class: "pr-ways", "aria-label": "Ready ways to press" }, ways.el, button("Play", play, "gl-main"), button("Show at once", atOnce), wayText),
    h("div", { class: "pr-body" },
      h("div", { class: "pr-left" }, pad, h("div", { class: "pr-slider" }, sliderLabel, sliderValue, slider), h("div", { class: "pr-row" }, letGo, pauseButton, again), h("div", { class: "pr-row" }, speeds.el, units.el)),
      h("div", { class: "pr-middle" }, h("section", { class: "pr-sign", "aria-label": "Now" }, signTitle, signWords, signAdvice), pain.el, resistance.el, threshold.el, forces.el, pains.el),
      h("div", { class: "pr-right" }, log.el)),
    releaseAbout(lab), live.node);

  // --- painting ------------------------------------------------------------------------------------------------
  function paint() {
    const now = body.now(), force = body.force(), [signId, title, words, advice] = body.sign();
    picture.show(force, most, now.yielding, now.guarding);
    const aimed = session.playing ? force : session.target;
    if (Number(slider.value) !== aimed) slider.value = aimed;
    putAttribute(slider, "aria-valuetext", pressure(aimed));
    putText(sliderValue, pressure(force));
    putText(pauseButton, session.running ? "Pause" : "Go on");
    putText(signTitle, title), putText(signWords, words), putText(signAdvice, advice);
    putAttribute(root, "data-sign", signId);
    pain.show(now.pain, now.pain.toFixed(1)), resistance.show(now.resistance, now.resistance.toFixed(1)), threshold.show(now.threshold_n, pressure(now.threshold_n));
    const span = Math.max(60, Math.ceil(body.time() / 30) * 30);
    forces.title(`Pressure and threshold (dashes), ${unit()}`);
    forces.scale(factor()), pains.scale(1);
    forces.show(body.trace, span), pains.show(body.trace, span);
    forces.name(`Pressure now ${pressure(force)}, threshold ${pressure(now.threshold_n)}.`), pains.name(`Pain now ${now.pain.toFixed(1)}, resistance ${now.resistance.toFixed(1)}.`);
    choices();
    if (session.said !== signId && session.said) live.say(`${title}. Pain ${now.pain.toFixed(1)}. ${advice}`);
    session.said = signId;
  }

  function choices() {
    ways.select.value = way().id, speeds.select.value = speed(), units.select.value = unit();
    const { what, added, people, sources } = way(), key = `${way().id}`;
    if (wayText.dataset.of !== key) wayText.replaceChildren(what, " ", added, people ? ` Trial: ${people}. ` : " ", ...sourceLinks(sources));
    wayText.dataset.of = key;
    const logKey = JSON.stringify([record(), unit(), session.resumed]);
    if (log.el.dataset.of !== logKey) log.show(record(), pressure, session.resumed);
    log.el.dataset.of = logKey;
  }

  // Never a blank: whatever goes wrong while painting becomes a sentence.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `Pressure release could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  const changed = () => safely(paint);
  function stop() {
    session.running = false;
    cancelAnimationFrame(session.frame);
    for (const name of ["way", "unit", "speed", "record"]) model.off(`change:${name}`, changed);
    releaseKeys();
  }

  for (const name of ["way", "unit", "speed", "record"]) model.on(`change:${name}`, changed);
  const releaseKeys = ownKeys(root), leave = () => session.running && save({ result: result() });
  window.addEventListener("pagehide", leave);
  el.replaceChildren(root);
  safely(() => (resume(), paint()));
  return () => {
    stop();
    window.removeEventListener("pagehide", leave);
    el.replaceChildren();
  };
}

export default { render };
