// The search box: type a name, part of it, an everyday name or nearly the name; arrows and Enter choose.

const MOST_HITS = 8;

// entries: [{ id, names }]; tell.choose(id), tell.typed(text), tell.say(sentence); note(id): second line of a hit
function atlasSearch(entries, note, tell) {
  const base = uid();
  const list = h("ul", { class: "gx-hits", role: "listbox", id: `${base}-list`, "aria-label": "Structures found", hidden: true });
  const input = h("input", {
    type: "text", class: "gx-search-input", id: `${base}-input`, role: "combobox", autocomplete: "off", spellcheck: "false", enterkeyhint: "search",
    "aria-expanded": "false", "aria-controls": `${base}-list`, "aria-autocomplete": "list", placeholder: "Search: TFL, sitting bone", maxlength: "200",
  });
  const clear = h("button", { type: "button", class: "gx-search-clear", "aria-label": "Clear the search", hidden: true, onclick: () => { set(""); input.focus(); } }, "×");
  const none = h("p", { class: "gx-no-hit", hidden: true });
  const label = h("label", { class: "gl-hidden", for: `${base}-input` }, "Search for a structure");
  const el = h("div", { class: "gx-search" }, label, input, clear, list, none);
  let hits = [], active = -1;

  function fill() {
    list.replaceChildren(...hits.map((hit, index) =>
      h("li", { role: "option", id: `${base}-${index}`, "aria-selected": String(index === active), onpointerdown: (event) => event.preventDefault(), onclick: () => choose(index) },
        h("span", { class: "gx-hit-name" }, entries.find((entry) => entry.id === hit.id).names[0]), h("span", { class: "gx-hit-note" }, note(hit)))));
    const open = hits.length > 0;
    list.hidden = !open;
    input.setAttribute("aria-expanded", String(open));
    if (open && active >= 0) input.setAttribute("aria-activedescendant", `${base}-${active}`);
    else input.removeAttribute("aria-activedescendant");
  }

  function look() {
    const text = input.value.trim();
    hits = fuzzyFind(entries, text).slice(0, MOST_HITS);
    active = hits.length ? 0 : -1;
    clear.hidden = !input.value;
    none.hidden = !text || hits.length > 0;
    if (!none.hidden) none.textContent = `Nothing here is called “${text.length > 24 ? `${text.slice(0, 24)}…` : text}”. Try part of a name.`;
    fill();
    if (text) tell.say(hits.length ? `${hits.length} found. First: ${entries.find((entry) => entry.id === hits[0].id).names[0]}.` : none.textContent);
    tell.typed(input.value);
  }

  function close() {
    hits = [];
    active = -1;
    none.hidden = true;
    fill();
  }

  function choose(index) {
    const hit = hits[index];
    if (!hit) return;
    set("");
    tell.choose(hit.id);
  }

  function set(text) {
    if (input.value === text) return;
    input.value = text;
    clear.hidden = !text;
    if (text) look();
    else {
      close();
      tell.typed("");
    }
  }

  function keyDown(event) {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (!hits.length) return look();
      active = (active + (event.key === "ArrowDown" ? 1 : hits.length - 1)) % hits.length;
      fill();
      list.children[active].scrollIntoView({ block: "nearest" });
    } else if (event.key === "Enter") choose(active);
    else if (event.key === "Escape" && (hits.length || input.value)) {
      event.stopPropagation();
      if (hits.length) close();
      else set("");
    } else return;
    event.preventDefault();
  }

  input.addEventListener("input", look);
  input.addEventListener("keydown", keyDown);
  input.addEventListener("blur", close);
  return { el, set };
}
