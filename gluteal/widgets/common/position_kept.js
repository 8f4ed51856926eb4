// Positions that the learner wrote down: to go back to them, or to strike them off.

function positionKept(state, tell) {
  const list = h("ol", { class: "ps-list" }), empty = h("p", { class: "hx-note" }, "Nothing written down yet.");
  const el = h("section", { class: "ps-kept" }, h("h3", {}, "Positions you wrote down"), empty, list);
  let shown = "";

  function show() {
    const kept = state.kept(), key = JSON.stringify(kept);
    empty.hidden = kept.length > 0;
    if (key === shown) return;
    shown = key;
    list.replaceChildren(...kept.map((one, at) => {
      const name = state.fixed.lines[state.indexOf(one.line)].short, words = `${name} ${positionLonger(state.change(one.line, one.angles))}: ${positionWords(one.angles)}`;
      return h("li", {}, h("span", {}, words), h("button", { type: "button", class: "hx-chip", "aria-label": `Go to: ${words}`, onclick: () => tell.go(one.angles, one.line) }, "Go there"),
        h("button", { type: "button", class: "hx-chip", "aria-label": `Strike off: ${words}`, onclick: () => tell.strike(at) }, "Strike off"));
    }));
  }
  return { el, show };
}
