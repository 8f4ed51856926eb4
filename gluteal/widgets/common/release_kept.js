// What a page forgets when it is loaded again is kept for this tab: the presses, where the tissue was, the choices.

// Only the first look-up after the page was loaded finds it: a cell that is run again begins anew.
const releaseTaken = new Set();

function releaseKept() {
  const key = `gluteal-pressure-release ${location.pathname}`;

  function take() {
    if (releaseTaken.has(key)) return null;
    releaseTaken.add(key);
    try {
      return JSON.parse(sessionStorage.getItem(key));
    } catch {
      return null; // damaged or blocked: a new session
    }
  }

  function keep(value) {
    try {
      sessionStorage.setItem(key, JSON.stringify(value));
    } catch { /* the storage is blocked or full: the page forgets */ }
  }

  return { take, keep };
}

// A state as it was saved, or null where it cannot be one.
function releaseState(saved, states) {
  const within = (name, most) => Number.isFinite(saved?.[name]) && saved[name] >= 0 && saved[name] <= most;
  return within("time_s", 1800) && states.every((name) => within(name, name === "pain" ? 10 : 1)) ? saved : null;
}
