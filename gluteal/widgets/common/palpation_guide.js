// The three steps of the guided patch: what counts is what the finger did, not a button.

const CROSSINGS = 2;

function palpGuide(stepDone) {
  const state = { done: 0, crossings: 0 };
  let side = 0;

  function next() {
    state.done += 1;
    stepDone(state.done);
  }

  // Across the band and out of it on the other side, with enough force to feel it.
  function across(trial, finger, force, muscle) {
    const off = trial.fibre(finger.x, finger.y).v - trial.bandAt;
    const now = Math.abs(off) > trial.bandWidth ? Math.sign(off) : 0;
    if (!now) return;
    if (side && now !== side && force >= muscle.reach) state.crossings += 1;
    side = now;
    if (state.crossings >= CROSSINGS) next();
  }

  return {
    state,
    follow(trial, finger, force, muscle) {
      if (state.done === 0) across(trial, finger, force, muscle);
      else if (state.done === 1 && trial.tell(finger.x, finger.y, force).recognised) next();
    },
    twitched: () => state.done === 2 && next(),
    lifted: () => (side = 0),
    begin() {
      Object.assign(state, { done: 0, crossings: 0 });
      side = 0;
    },
  };
}
