// What a page without a kernel forgets when it is loaded again is kept for this tab, under the page's address.

// Only the first look-up after the page was loaded finds it: a cell that is run again begins anew.
const sessionTaken = new Set();

// start: what the widget was made with, so that two of a kind on one page are kept apart.
function sessionKept(name, start) {
  const key = `gluteal-${name} ${location.pathname} ${JSON.stringify(start)}`;

  function take() {
    if (sessionTaken.has(key)) return null;
    sessionTaken.add(key);
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
