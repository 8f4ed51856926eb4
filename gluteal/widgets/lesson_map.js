// Keeps the shares on the map up to date. A classic script inside the map's own HTML, not a widget: the links
// must stay plain for JupyterLab to open them in a tab.
(function () {
  const map = document.currentScript.parentElement;
  function answered() {
    try {
      const record = JSON.parse(localStorage.getItem("gluteal-progress"));
      return record && new Set(record.answers.map((attempt) => attempt.item));
    } catch {
      return null;
    }
  }
  function show() {
    if (!map.isConnected) return stop();
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
  // JupyterLab runs the script a moment before it puts the output into the page.
  requestAnimationFrame(() => setTimeout(show));
})();
