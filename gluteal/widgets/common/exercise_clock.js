// Time of the movement: play, pause, scrub, step, speed. A loop goes there, rests, comes back. Reduced motion: steps.

const EXERCISE_REST_S = 0.9, EXERCISE_STEPS = 4, EXERCISE_SPEEDS = [["0.25", "¼ speed"], ["0.5", "½ speed"], ["1", "Normal speed"], ["2", "Double speed"]];

const exerciseReduced = () => window.matchMedia("(prefers-reduced-motion: reduce)").matches;

// tell(t, still) is called for every moment; secondsOf() gives the seconds of one way.
function exerciseClock(secondsOf, tell) {
  const play = h("button", { type: "button", class: "gl-button gl-main ep-play", onclick: () => (playing ? stop() : run()) }, "▶ Play");
  const range = h("input", { type: "range", min: 0, max: 100, step: 1, value: 0, class: "ep-scrub", "aria-label": "Moment of the movement" });
  const speed = h("select", { class: "ep-speed", "aria-label": "Speed" }, EXERCISE_SPEEDS.map(([value, words]) => h("option", { value, selected: value === "1" }, words)));
  const step = (by, words) => h("button", { type: "button", class: "gl-button ep-step", "aria-label": words, title: words, onclick: () => { stop(); go(Math.round((t + by / EXERCISE_STEPS) * EXERCISE_STEPS) / EXERCISE_STEPS); } }, by < 0 ? "◀" : "▶");
  let t = 0, playing = false, frame = 0, phase = 0, before = 0, ticking = 0, end = "end";
  range.addEventListener("input", () => { stop(); go(range.valueAsNumber / 100, false); });
  range.addEventListener("change", () => go(t)); // let go: the finest picture

  function go(moment, still = true) {
    t = Math.min(Math.max(moment, 0), 1);
    if (range.value !== String(Math.round(100 * t))) range.value = Math.round(100 * t);
    putAttribute(range, "aria-valuetext", t === 0 ? "start" : t === 1 ? end : `${Math.round(100 * t)} % of the way to the ${end}`);
    tell(t, still);
  }

  function run() {
    playing = true;
    putText(play, "❚❚ Pause");
    if (exerciseReduced()) {
      if (t === 1) go(0);
      ticking = setInterval(() => { go(Math.min(t + 1 / EXERCISE_STEPS, 1)); if (t === 1) stop(); }, 900);
      return;
    }
    phase = t < 1 ? t * secondsOf() : 0;
    before = 0;
    frame = requestAnimationFrame(tick);
  }

  function tick(now) {
    const way = secondsOf(), whole = 2 * (way + EXERCISE_REST_S);
    phase = (phase + (before ? Math.min((now - before) / 1000, 0.1) * Number(speed.value) : 0)) % whole;
    before = now;
    const moment = phase < way ? phase / way : phase < way + EXERCISE_REST_S ? 1 : phase < 2 * way + EXERCISE_REST_S ? 1 - (phase - way - EXERCISE_REST_S) / way : 0;
    go(moment, false);
    if (playing) frame = requestAnimationFrame(tick);
  }

  function stop() {
    if (!playing) return;
    playing = false;
    cancelAnimationFrame(frame);
    clearInterval(ticking);
    putText(play, "▶ Play");
    go(t);
  }

  const el = h("div", { class: "ep-clock" }, play, step(-1, "One step back"), h("span", { class: "ep-track" }, range, h("span", { class: "ep-ends", "aria-hidden": "true" }, h("span", {}, "start"), h("span", { class: "ep-end-word" }, "end"))), step(1, "One step on"), speed);
  return {
    el, go, stop, now: () => t, playing: () => playing,
    name(word) { end = word; putText(el.querySelector(".ep-end-word"), word); go(t, !playing); },
  };
}
