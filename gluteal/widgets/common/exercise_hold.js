// The hold timer: counts the seconds of a hold, silent unless asked.

function exerciseHold() {
  const bar = h("span", { class: "ep-hold-bar" }), left = h("span", { class: "ep-hold-left" }), live = liveRegion({ class: "gl-hidden" });
  const button = h("button", { type: "button", class: "gl-button ep-hold-go", onclick: () => (ends ? cancel("Hold stopped.") : begin()) });
  const pick = h("select", { class: "ep-hold-s", "aria-label": "Seconds to hold", onchange: () => { seconds = Number(pick.value); if (ends) cancel("Hold stopped."); else show(); } });
  const sound = h("input", { type: "checkbox", class: "ep-sound" }), el = h("div", { class: "ep-hold" }, button, pick, h("span", { class: "ep-hold-track", "aria-hidden": "true" }, bar), left, h("label", { class: "ep-choice" }, sound, "Sound at the end"), live.node);
  let seconds = 0, ends = 0, timer = 0, holds = 0;

  function show() {
    const rest = ends ? Math.max(0, (ends - performance.now()) / 1000) : 0;
    bar.style.width = ends ? `${100 * (1 - rest / seconds)}%` : "0";
    putText(left, ends ? `${Math.ceil(rest)} s` : holds ? `${holds} held` : "");
    putText(button, ends ? "Stop the hold" : `Hold ${seconds} s`);
    if (ends && rest === 0) {
      holds += 1;
      if (sound.checked) exerciseTone();
      cancel(`${seconds} seconds held.`);
    }
  }

  function begin() {
    ends = performance.now() + 1000 * seconds;
    timer = setInterval(show, 200);
    live.say(`Hold for ${seconds} seconds.`);
    show();
  }

  function cancel(words) {
    ends = 0;
    clearInterval(timer);
    live.say(words);
    show();
  }

  return {
    el,
    set(hold) {
      clearInterval(timer);
      [ends, holds] = [0, 0];
      el.hidden = !hold || hold[0] < 3; // who holds for a breath needs no timer
      seconds = hold ? hold[0] : 0;
      const lengths = hold ? [...new Set([hold[0], 5 * Math.round((hold[0] + hold[1]) / 10), hold[1]])].filter((one) => one >= hold[0] && one <= hold[1]) : [];
      pick.replaceChildren(...lengths.map((one) => h("option", { value: one }, `${one} s`)));
      pick.hidden = lengths.length < 2;
      show();
    },
    release: () => clearInterval(timer),
  };
}

// A short soft tone, made on the spot; a browser without sound stays silent.
function exerciseTone() {
  try {
    const context = new AudioContext(), tone = context.createOscillator(), loud = context.createGain();
    tone.frequency.value = 660;
    loud.gain.setValueAtTime(0.15, context.currentTime);
    loud.gain.exponentialRampToValueAtTime(0.001, context.currentTime + 0.7);
    tone.connect(loud).connect(context.destination);
    tone.start();
    tone.stop(context.currentTime + 0.75);
    tone.onended = () => context.close();
  } catch { /* no sound here */ }
}
