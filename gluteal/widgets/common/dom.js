// Small tools to build a widget's elements. Snippets of this folder are put in front of a widget's own
// module by gluteal.widgets.assets; they share one scope, so names here must stay unique in the folder.

// h("button", {class: "x", onclick: f, "aria-label": "y", disabled: true}, "text", node, …) → element
function h(tag, props = {}, ...kids) {
  const node = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name.startsWith("on")) node.addEventListener(name.slice(2), value);
    else if (name === "class") node.className = value;
    else node.setAttribute(name, value === true ? "" : value);
  }
  node.append(...kids.flat(2).filter((kid) => kid !== null && kid !== undefined && kid !== false));
  return node;
}

// Text with **strong** and *emphasis*; everything else stays text, so nothing in the data can become markup.
function rich(text) {
  return String(text ?? "").split(/(\*\*[^*]+\*\*|\*[^*\s][^*]*\*)/).map((part) => {
    if (/^\*\*.+\*\*$/.test(part)) return h("strong", {}, part.slice(2, -2));
    if (/^\*.+\*$/.test(part)) return h("em", {}, part.slice(1, -1));
    return part;
  });
}

// An id that no other widget on the page has; for label and description only, never for look-up.
const uid = () => "gl-" + Math.random().toString(36).slice(2, 10);

// A polite live region. Its text is emptied first so that the same sentence is announced twice.
function liveRegion(props = {}) {
  const node = h("p", { role: "status", "aria-live": "polite", ...props });
  const say = (...kids) => {
    node.replaceChildren();
    setTimeout(() => node.replaceChildren(...kids.flat()), 30);
  };
  return { node, say };
}

// Links of the form #ref-KEY lead to the reference list. JupyterLab does not follow them inside a widget
// by itself, so the widget looks for the entry: first in its own notebook, then anywhere on the page.
function sourceLinks(sources) {
  return (sources ?? []).flatMap((source, i) => [
    i ? "; " : "",
    h("a", { href: "#ref-" + source.key, onclick: goToReference }, source.short),
  ]);
}

function goToReference(event) {
  const link = event.currentTarget;
  const id = link.getAttribute("href").slice(1);
  const notebook = link.closest(".jp-Notebook, main, body");
  const entry = notebook.querySelector("#" + CSS.escape(id)) ?? document.getElementById(id);
  if (!entry) return;
  event.preventDefault();
  entry.scrollIntoView({ block: "center" });
  entry.focus({ preventScroll: true });
}

function sentence(el, text) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, text));
}
