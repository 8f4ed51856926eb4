// Exercise player: the figure moves in two views; beside it what to know. Everything it tells comes from Python.

async function render({ model, el }) {
  try {
    const records = JSON.parse(await unpackText(model.get("packed")));
    if (records.format !== 1) throw new Error("its words come in another form.");
    const stage = await figureStage(await modelOf(model, model.get("art")));
    return exercisePlayer(records, stage, model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The exercise player cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

function exercisePlayer(records, stage, model, el) {
  const known = records.groups.flatMap(([, ids]) => ids);
  const exercise = () => (known.includes(model.get("exercise")) ? model.get("exercise") : known[0]), one = () => records.exercises[exercise()];
  const way = () => (model.get("error") ? "error" : "end"), scene = () => stage.scene(exercise(), way());
  const chosen = () => [model.get("chosen")].flat().filter((id) => known.includes(id));
  const target = () => (one().shown.includes(mark.value) ? mark.value : null);
  const views = exerciseViews(stage, (number) => views.repaint(number, scene(), clock.now(), target(), !clock.playing()));
  const clock = exerciseClock(() => one().move_s, moment), hold = exerciseHold(), lines = exerciseLines(records);
  const live = liveRegion({ class: "gl-hidden" }), title = h("h3"), first = h("div", { class: "ep-warnings" }), aside = h("div", { class: "ep-aside" }), twin = h("details", { class: "ep-twin" }), badge = h("p", { class: "ep-badge" });
  const mark = h("select", { class: "ep-mark", onchange: () => moment(clock.now(), !clock.playing()) }), marked = h("label", { class: "ep-choice" }, records.say.skin, mark);
  const kept = sessionKept("exercise-player", { known, first: exercise() });
  const sides = [["end", "As it should be"], ["error", "Common error"]].map(([name, words]) => h("button", { type: "button", class: `gl-button ep-side ep-${name}`, onclick: () => write({ error: name === "error" }, `${words}: ${name === "error" ? one().error[1] : one().said.end}`) }, words));
  const print = h("button", { type: "button", class: "gl-button ep-print", onclick: () => exercisePrint(root, records, [exercise()], pictures) }, "Print this exercise");
  const state = { exercise, open: (id) => write({ exercise: id, error: false }, records.exercises[id].name), choose, printSet: () => exercisePrint(root, records, chosen(), pictures) };
  const list = exerciseList(records, state), sheet = exerciseSheetList(records, state);

  function write(values, words) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    model.save_changes();
    kept.keep({ exercise: exercise(), error: Boolean(model.get("error")), chosen: chosen() });
    live.say(words);
  }

  function choose(id) {
    const now = chosen();
    write({ chosen: now.includes(id) ? now.filter((other) => other !== id) : [...now, id] }, `${records.exercises[id].name} ${now.includes(id) ? "taken off" : "put on"} the sheet.`);
  }

  // Start, end and error as pictures for paper, from the first view.
  function pictures(id) {
    const muscle = records.exercises[id].shown[0], view = stage.views(id)[0], shot = (name, t) => views.picture(stage.scene(id, name), t, view, muscle, 480, 440);
    return { start: shot("end", 0), end: shot("end", 1), error: shot("error", 1) };
  }

  function moment(t, still) {
    views.show(exercise(), scene(), t, target(), still);
    const phase = t < 0.5 ? "start" : way();
    if (lines.el.dataset.shown !== `${exercise()} ${phase}`) {
      lines.show(one(), phase);
      lines.el.dataset.shown = `${exercise()} ${phase}`;
    }
  }

  function show() {
    const now = one(), wrong = model.get("error");
    putText(title, now.name);
    list.show();
    sheet.show(chosen());
    sides.forEach((button, k) => putAttribute(button, "aria-pressed", (k === 1) === wrong));
    putText(badge, wrong ? `Common error: ${now.error[1]}.` : "");
    badge.hidden = !wrong;
    root.classList.toggle("ep-wrong", wrong);
    views.say(`${now.name}, ${wrong ? `common error: ${now.error[1]}` : "as it should be"}.`);
    twin.replaceChildren(...exerciseTwin(now, wrong));
    clock.name(wrong ? "error" : "end");
  }

  // Which muscles the skin can show; whoever has put them out wants none of the next exercise either.
  function marks() {
    const none = mark.options.length > 1 && !mark.value, { shown } = one();
    mark.replaceChildren(...shown.map((id) => h("option", { value: id }, records.muscles.find(([other]) => other === id)[1])), h("option", { value: "" }, records.say.no_muscle));
    mark.value = none || !shown.length ? "" : shown[0];
    marked.hidden = !shown.length;
  }

  // Where a page without a kernel was before it was loaded again.
  function resume() {
    const before = kept.take();
    if (!before || !known.includes(before.exercise)) return;
    model.set("exercise", before.exercise);
    model.set("error", before.error === true);
    model.set("chosen", [before.chosen].flat().filter((id) => known.includes(id)));
    model.save_changes();
  }

  function change() {
    clock.stop();
    first.replaceChildren(exerciseFirst(records, one()));
    aside.replaceChildren(exerciseHow(records, one(), exercise(), state.open));
    hold.set(one().hold);
    marks();
    clock.go(0);
    show();
  }

  const root = h("div", { class: "gl gl-wide ep", role: "region", "aria-label": records.say.title }, list.el, h("div", { class: "ep-layout" }, title, first,
    h("div", { class: "ep-stage" }, h("div", { class: "ep-frame" }, views.el, badge), clock.el, h("div", { class: "ep-row" }, h("div", { class: "ep-sides", role: "group", "aria-label": "Right or wrong" }, sides), marked), hold.el, twin, lines.el, h("p", { class: "ep-note" }, records.say.pictured)),
    h("div", { class: "ep-side-column" }, aside, print, sheet.el)), live.node);
  resume();
  const events = { exercise: "change:exercise", rest: "change:error change:chosen" };
  model.on(events.exercise, change);
  model.on(events.rest, show);
  el.replaceChildren(root);
  change();
  const releaseKeys = ownKeys(root);
  return () => {
    model.off(events.exercise, change);
    model.off(events.rest, show);
    clock.stop();
    hold.release();
    views.release();
    releaseKeys();
  };
}

export default { render };
