// Keys pressed inside a widget are the widget's. JupyterLab takes plain keys for the notebook's shortcuts (Enter
// edits the cell, arrows leave it, "d d" deletes it) whenever the focused element itself does not carry
// data-lm-suppress-shortcuts; a parent with it is not enough. Ctrl, Alt and Meta combinations and Shift+Enter
// stay JupyterLab's. Returns the function that stops it.
function ownKeys(root) {
  function mark(event) {
    if (!root.contains(event.target)) return;
    const theirs = event.ctrlKey || event.altKey || event.metaKey || (event.shiftKey && event.key === "Enter");
    event.target.toggleAttribute("data-lm-suppress-shortcuts", !theirs);
  }
  window.addEventListener("keydown", mark, true); // JupyterLab listens on the document: the window comes first
  return () => window.removeEventListener("keydown", mark, true);
}
