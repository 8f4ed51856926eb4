// Presenter view for JupyterLab: one command, one button in the toolbar of every notebook, Alt+P, and View → Presenter view.
// It sets one class on the page and folds the side panels; the notebook itself is not touched, so nothing can be saved
// into it. Written as the container that JupyterLab loads, without a bundler: there is nothing to bundle.
(function () {
  "use strict";
  const NAME = "gluteal-presenter";
  const COMMAND = "gluteal:presenter-view";
  const CLASS = "gluteal-presents";
  const sheet = document.currentScript.src.replace(/presenter\.js.*$/, "presenter.css");
  let shared = {};

  // A module that JupyterLab shares with its extensions.
  async function from(name) {
    const versions = Object.values(shared[name] ?? {});
    return versions.length ? (await versions[0].get())() : {};
  }

  const presents = () => document.body.classList.contains(CLASS);

  function dress() {
    if (document.querySelector(`link[href="${sheet}"]`)) return;
    const link = document.createElement("link");
    link.rel = "stylesheet";
    link.href = sheet;
    document.head.append(link);
  }

  // Side panels give the room to the lesson, and come back afterwards if they were open.
  function panels(shell, on, open) {
    for (const side of ["left", "right"]) {
      const name = side === "left" ? "Left" : "Right";
      if (on) open[side] = shell[`${side}Collapsed`] === false;
      if (on && open[side]) shell[`collapse${name}`]();
      if (!on && open[side]) shell[`expand${name}`]();
    }
  }

  // The view lasts as long as the tab of the browser: a reloaded page is still in front of the class.
  function remember(on) {
    try {
      if (on) sessionStorage.setItem(CLASS, "yes");
      else sessionStorage.removeItem(CLASS);
    } catch { /* storage is blocked: the view ends with the page */ }
  }

  function remembered() {
    try {
      return sessionStorage.getItem(CLASS) === "yes";
    } catch {
      return false;
    }
  }

  function activate(app, palette) {
    const open = {};
    const turn = (on) => {
      const first = document.querySelector(".jp-NotebookPanel:not(.lm-mod-hidden) .jp-Notebook .jp-mod-active");
      document.body.classList.toggle(CLASS, on);
      panels(app.shell, on, open);
      remember(on);
      app.commands.notifyCommandChanged(COMMAND);
      window.dispatchEvent(new Event("resize")); // what measured its width measures again
      first?.scrollIntoView({ block: "start" }); // the place in the lesson stays
    };
    app.commands.addCommand(COMMAND, {
      label: "Presenter view",
      caption: "Presenter view: code folded, large type, wide figures (Alt+P). Again to leave it.",
      isToggleable: true,
      isToggled: presents,
      execute: () => turn(!presents()),
    });
    palette?.addItem({ command: COMMAND, category: "Gluteal lessons" });
    dress();
    app.restored.then(() => remembered() && turn(true));
  }

  async function extension() {
    const { ICommandPalette } = await from("@jupyterlab/apputils");
    const optional = ICommandPalette ? [ICommandPalette] : [];
    return () => ({ __esModule: true, default: { id: `${NAME}:plugin`, autoStart: true, optional, activate } });
  }

  window._JUPYTERLAB = window._JUPYTERLAB ?? {};
  window._JUPYTERLAB[NAME] = {
    init: (scope) => void (shared = scope),
    get: (module) => (module === "./extension" ? extension() : Promise.reject(new Error(`${NAME} has no ${module}`))),
  };
})();
