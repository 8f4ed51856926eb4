// Hidden until its question is answered anywhere on the page, or until the learner asks for it.

function renderReveal({ model, el }) {
  const item = model.get("item");
  if (!item || !model.get("html")) return sentence(el, "There is nothing to show here: the data are missing. Run the cell again.");
  const { node: status, say } = liveRegion({ class: "gl-hidden" });
  const box = h("div", { class: "gl gl-block gl-figure gl-behind" });
  el.replaceChildren(box, status);
  const state = { open: null, asked: false, giveBack: () => {} };
  const draw = () => {
    const answered = loadRecord().answers.some((attempt) => attempt.item === item);
    const open = state.asked || answered || model.get("shown");
    if (open === state.open) return;
    if (state.open === false) say("Shown now.");
    state.open = open;
    state.giveBack();
    state.giveBack = open ? open_(box, model) : () => {};
    if (!open) close_(box, model, () => ((state.asked = true), draw()));
  };
  model.on("change:shown", draw);
  const stop = onProgress(draw);
  draw();
  return () => {
    model.off("change:shown", draw);
    stop();
    state.giveBack();
  };
}

// Returns what gives back the memory of what it shows.
function open_(box, model) {
  box.classList.remove("gl-closed");
  box.innerHTML = model.get("html");
  box.querySelectorAll('a[href^="#ref-"]').forEach((link) => link.addEventListener("click", goToReference));
  if (!model.get("shown")) {
    model.set("shown", true);
    model.save_changes();
  }
  return showArt(box, model);
}

function close_(box, model, ask) {
  const what = model.get("what");
  box.classList.add("gl-closed");
  box.replaceChildren(
    h("p", {}, `Answer the question above first: then ${what === "the figure" ? "the figure" : `“${what}”`} appears here.`),
    h("button", { type: "button", class: "gl-button", onclick: ask }, "Show it without predicting"));
}
