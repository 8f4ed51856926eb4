// Two views of the figure, each turned by dragging, by keys and by buttons.

const EXERCISE_STEP_DEG = 15, EXERCISE_RISE_DEG = 8, EXERCISE_HIGHEST_DEG = 70;

function exerciseViews(stage, repaint) {
  const views = [0, 1].map((number) => exerciseView(stage, number, () => repaint(number)));
  const el = h("div", { class: "ep-views" }, views.map((view) => view.el));
  let seen = null;
  return {
    el,
    // Show a scene at a moment; a new exercise brings its own two directions.
    show(id, scene, t, target, still) {
      if (seen !== id) { views.forEach((view, number) => view.home(stage.views(id)[number])); seen = id; }
      for (const view of views) view.paint(scene, t, target, still);
    },
    repaint(number, scene, t, target, still) { views[number].paint(scene, t, target, still); },
    directions: () => views.map((view) => view.direction()),
    picture: (scene, t, direction, target, width, height) => views[0].picture(scene, t, direction, target, width, height),
    say: (words) => views.forEach((view) => view.say(words)),
    release: () => views.forEach((view) => view.release()),
  };
}

function exerciseView(stage, number, changed) {
  const canvas = h("canvas", { class: "ep-canvas", role: "img", tabindex: 0, "data-view": number }), view = stage.view(canvas);
  const live = h("span", { class: "ep-turned", "aria-live": "polite" });
  let [azimuth, elevation] = [0, 0], start = [0, 0], drag = null, words = "";
  const turn = (by, up = 0) => {
    azimuth = (((azimuth + by) % 360) + 360) % 360;
    elevation = Math.min(Math.max(elevation + up, 0), EXERCISE_HIGHEST_DEG);
    told();
    changed();
  };
  const told = () => {
    putText(live, `Turned ${Math.round(azimuth)}°, from ${Math.round(elevation)}° above`);
    putAttribute(canvas, "aria-label", `View ${number + 1}. ${words} Arrow keys turn it, Home brings it back.`);
  };
  const keys = { ArrowLeft: [-EXERCISE_STEP_DEG], ArrowRight: [EXERCISE_STEP_DEG], ArrowUp: [0, EXERCISE_RISE_DEG], ArrowDown: [0, -EXERCISE_RISE_DEG] };
  canvas.addEventListener("keydown", (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    if (event.key === "Home") home();
    else if (keys[event.key]) turn(...keys[event.key]);
    else return;
    event.preventDefault();
  });
  const home = () => { [azimuth, elevation] = start; told(); changed(); };
  canvas.addEventListener("pointerdown", (event) => { drag = [event.clientX, event.clientY, azimuth, elevation]; canvas.setPointerCapture(event.pointerId); });
  canvas.addEventListener("pointermove", (event) => {
    if (!drag) return;
    azimuth = (((drag[2] + (event.clientX - drag[0]) * 0.6) % 360) + 360) % 360;
    elevation = Math.min(Math.max(drag[3] + (event.clientY - drag[1]) * 0.4, 0), EXERCISE_HIGHEST_DEG);
    changed();
  });
  for (const over of ["pointerup", "pointercancel"]) canvas.addEventListener(over, () => { if (drag) { drag = null; told(); changed(); } });
  const button = (sign, label, act) => h("button", { type: "button", class: "gl-button ep-turn", "aria-label": `${label}, view ${number + 1}`, title: label, onclick: act }, sign);
  const tools = h("div", { class: "ep-turns" }, button("↺", "Turn to the left", () => turn(-EXERCISE_STEP_DEG)), button("↻", "Turn to the right", () => turn(EXERCISE_STEP_DEG)),
    button("↑", "From higher", () => turn(0, EXERCISE_RISE_DEG)), button("↓", "From lower", () => turn(0, -EXERCISE_RISE_DEG)), button("⌂", "As at first", () => home()), live);
  let last = null;
  const fit = () => {
    const ratio = Math.min(window.devicePixelRatio || 1, 2), width = Math.round(canvas.clientWidth * ratio), height = Math.round(canvas.clientHeight * ratio);
    if (width > 0 && (canvas.width !== width || canvas.height !== height)) Object.assign(canvas, { width, height });
    return width > 0;
  };
  const watch = new ResizeObserver(() => { if (last && fit()) paint(...last); });
  const paint = (scene, t, target, still) => {
    last = [scene, t, target, still];
    if (fit()) view.draw(scene, t, azimuth, elevation, { target, still: still && !drag });
  };
  watch.observe(canvas);
  return {
    el: h("figure", { class: "ep-view" }, canvas, tools),
    home(direction) { start = [...direction]; [azimuth, elevation] = start; told(); },
    paint,
    direction: () => [azimuth, elevation],
    picture: (scene, t, [a, e], target, width, height) => view.picture(scene, t, a, e, width, height, { target }),
    say(text) { words = text; told(); },
    release: () => watch.disconnect(),
  };
}
