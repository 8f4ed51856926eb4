// Keeps the shares on the map up to date. A classic script inside the map's own HTML, not a widget: the links
// must stay plain for JupyterLab to open them in a tab. JupyterLab takes what is out of sight out of the page
// and puts it back, so the map is brought up to date whenever it comes into view, and forgotten when it is gone.
(function () {
  const weakly = new WeakRef(document.currentScript.parentElement);
  function answered() {
    try {
      const record = JSON.parse(localStorage.getItem("gluteal-progress"));
      return record && new Set(record.answers.map((attempt) => attempt.item));
    } catch {
      return null;
    }
  }
  function show() {
    const map = weakly.deref();
    if (!map) return stop();
    const known = answered();
    if (!known) return;
    for (const station of map.querySelectorAll("a[data-items]")) {
      const items = station.dataset.items.split(" ").filter(Boolean);
      if (!items.length) continue;
      const done = items.filter((item) => known.has(item)).length;
      station.querySelector(".gl-ring").style.setProperty("--gl-share", (100 * done) / items.length + "%");
      station.querySelector(".gl-state").textContent = ` · ${done} of ${items.length} answered`;
    }
  }
  function stop() {
    window.removeEventListener("gluteal-progress", show);
    window.removeEventListener("storage", show);
  }
  window.addEventListener("gluteal-progress", show);
  window.addEventListener("storage", show);
  new IntersectionObserver(show).observe(weakly.deref());
})();
