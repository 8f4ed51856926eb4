// Brings the saved widgets of a page to life, top to bottom: makes a widget manager from the page's saved state,
// swaps each widget's sentence for the widget once it is drawn, and says so in words when one cannot start.
(function () {
  "use strict";
  const PATIENCE_MS = 30000; // for the machinery to arrive, over a slow line
  const DRAW_MS = 5000; // for one widget to draw itself, once everything has arrived
  const STATE = 'script[type="application/vnd.jupyter.widget-state+json"]';
  const VIEW = 'script[type="application/vnd.jupyter.widget-view+json"]';
  const TROUBLE = "This live picture could not start here. Reload the page, or open the lesson in JupyterLab.";
  const root = document.documentElement;
  const folder = document.currentScript.src.replace(/\/[^/]*$/, "");
  const address = (name) => window.lessonAssets?.[name] ?? `${folder}/${name}`; // a deck of slides carries them inside
  const whenSeen = root.dataset.liveWhen === "seen"; // on slides a widget starts when its slide comes near
  const places = Array.from(document.querySelectorAll(".live"));
  root.dataset.live = places.length ? "starting" : "none";
  if (!places.length) return;

  // Only what lies beside this page is ever loaded.
  window.requirejs.config({
    baseUrl: folder,
    waitSeconds: 0,
    paths: { anywidget: address("anywidget"), "html-manager": address("html-manager") },
  });
  const load = (name) => new Promise((resolve, reject) => window.requirejs([name], resolve, reject));

  function tell(place) {
    if (place.dataset.state) return;
    place.dataset.state = "trouble";
    const note = document.createElement("p");
    note.className = "live-trouble";
    note.setAttribute("role", "status");
    note.textContent = TROUBLE;
    place.append(note);
  }

  // A widget is alive when its own module has drawn something, not when its empty box has been made.
  function drawn(box) {
    return new Promise((resolve) => {
      const look = () => box.querySelector(":scope > * > *") && (watcher.disconnect(), resolve());
      const watcher = new MutationObserver(look);
      watcher.observe(box, { childList: true, subtree: true });
      look();
    });
  }

  // A text that several widgets carry stands in the page once; see share_texts.
  function readState() {
    const saved = JSON.parse(document.querySelector(STATE).textContent);
    for (const model of Object.values(saved.state)) {
      for (const [trait, value] of Object.entries(model.state)) {
        const place = value && typeof value === "object" ? value["gluteal-text"] : undefined;
        if (Number.isInteger(place)) model.state[trait] = saved.texts[place];
      }
    }
    return saved;
  }

  const seen = (place) => new Promise((resolve) => {
    const watcher = new IntersectionObserver((entries) => {
      if (!entries.some((entry) => entry.isIntersecting)) return;
      watcher.disconnect();
      setTimeout(() => tell(place), PATIENCE_MS);
      resolve();
    });
    watcher.observe(place);
  });

  async function show(manager, place) {
    if (whenSeen) await seen(place);
    const view = JSON.parse(place.querySelector(VIEW).textContent);
    const model = await manager.get_model(view.model_id);
    const box = document.createElement("div");
    box.className = "live-widget";
    place.append(box);
    await manager.display_view(await manager.create_view(model), box);
    const slow = setTimeout(() => tell(place), DRAW_MS);
    await drawn(box);
    clearTimeout(slow);
    if (place.dataset.state === "trouble") place.querySelector(".live-trouble").remove();
    place.dataset.state = "alive";
  }

  async function start() {
    await load("html-manager");
    const library = await load("@jupyter-widgets/html-manager");
    const manager = new library.HTMLManager({ loader: load });
    await manager.set_state(readState());
    window.lessonModel = (id) => manager.get_model(id);
    if (whenSeen) root.dataset.live = "ready";
    const shown = await Promise.allSettled(places.map((place) => show(manager, place)));
    for (const result of shown.filter((one) => one.status === "rejected")) console.error(result.reason);
    places.forEach((place, i) => shown[i].status === "rejected" && tell(place));
    root.dataset.live = shown.every((one) => one.status === "fulfilled") ? "alive" : "trouble";
    performance.mark("widgets-alive");
  }

  setTimeout(() => root.dataset.live === "ready" || places.forEach(tell), PATIENCE_MS);
  const begin = () => start().catch((fault) => { console.error(fault); places.forEach(tell); root.dataset.live = "trouble"; });
  // Let the page be read first; the widgets' machinery is large.
  if ("requestIdleCallback" in window) window.requestIdleCallback(begin, { timeout: 300 });
  else setTimeout(begin, 50);
})();
