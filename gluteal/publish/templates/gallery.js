// The gallery: a filter, and one figure large. The address says which one is large (#figure-NAME), so that the
// browser's own Back closes it and a link opens it. Without this script every figure stands there with its words.
(function () {
  "use strict";
  const LINK = "#figure-";
  const all = (css, within = document) => Array.from(within.querySelectorAll(css));
  const one = (css, within = document) => within.querySelector(css);
  const exhibits = all(".exhibit");
  const sift = one("#sift"), count = one(".sift-count"), more = one(".sift-more");
  const large = one(".large"), picture = one(".large-paper img"), paper = one(".large-paper");
  let here = null; // the figure that is large
  let deep = false; // does the filter look into the texts, too?

  // --- the filter ------------------------------------------------------------------------------------------
  const plain = (text) => text.normalize("NFD").replace(/\p{M}/gu, "").toLowerCase();
  const titles = new Map(exhibits.map((item) => [item, plain(`${one("h3", item).textContent} ${one("img", item).alt} ${item.dataset.also} ${item.id.slice(7)}`)]));
  const texts = new Map(exhibits.map((item) => [item, plain(one(".telling", item).textContent)]));
  const shown = () => exhibits.filter((item) => !item.hidden);

  function filter() {
    const words = plain(sift.value).split(/\s+/).filter(Boolean);
    const fits = (text) => words.every((word) => text.includes(word));
    const first = exhibits.filter((item) => fits(titles.get(item)));
    const both = exhibits.filter((item) => fits(`${titles.get(item)} ${texts.get(item)}`));
    const kept = new Set(deep || !first.length ? both : first);
    for (const item of exhibits) item.hidden = !kept.has(item);
    for (const kind of all(".kind")) {
      kind.hidden = !one(".exhibit:not([hidden])", kind);
      one(`.kinds [href="#${one("h2", kind).id}"]`).hidden = kind.hidden;
    }
    count.textContent = words.length ? said(kept.size) : "";
    more.hidden = !words.length || kept.size === both.length;
    more.textContent = `Show ${both.length - kept.size} more that mention it in their text`;
  }

  function said(number) {
    if (!number) return `No figure shows “${sift.value.trim().slice(0, 30)}”. Try part of a name.`;
    return `${number} of ${exhibits.length} figures`;
  }

  sift.addEventListener("input", () => { deep = false; filter(); });
  sift.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && sift.value) { sift.value = ""; deep = false; filter(); event.preventDefault(); }
  });
  sift.form.addEventListener("submit", (event) => event.preventDefault());
  more.addEventListener("click", () => { deep = true; filter(); sift.focus(); });

  // --- one figure large ------------------------------------------------------------------------------------
  const byAddress = () => exhibits.find((item) => location.hash === `#${item.id}`);

  function show(item) {
    const link = one(".thumb", item), thumb = one("img", link), title = one("h3", item).textContent;
    here = item;
    picture.src = link.getAttribute("href");
    picture.alt = thumb.alt;
    large.style.setProperty("--big", `${Math.round(thumb.getAttribute("width") * 1.6)}px`);
    one("#large-title").textContent = title;
    const list = around();
    one(".large-count").textContent = `${list.indexOf(item) + 1} of ${list.length}`;
    one(".large-words").replaceChildren(one(".words", item).cloneNode(true));
    one(".large-words").scrollTop = paper.scrollTop = paper.scrollLeft = 0;
    document.title = `${title} – ${pageTitle}`;
    if (!large.open) {
      large.showModal();
      one("#large-title").focus({ preventScroll: true });
    }
  }

  const pageTitle = document.title;
  const around = () => (here && here.hidden ? exhibits : shown());

  // Follow the address: whatever changed it, the page shows what it names.
  function follow() {
    const item = byAddress();
    if (item) return show(item);
    if (large.open) large.close();
  }

  function go(step) {
    const list = around();
    const next = list[(list.indexOf(here) + step + list.length) % list.length];
    history.replaceState(history.state, "", `#${next.id}`);
    show(next);
    one("#large-title").focus({ preventScroll: true }); // a screen reader reads the new title
  }

  function enlarge(on) {
    large.classList.toggle("large-big", on);
    one(".large-enlarge").setAttribute("aria-pressed", String(on));
  }

  // Closed by Escape, by the button or by Back: the address forgets the figure, the focus goes back to it.
  function closed() {
    const left = here;
    here = null;
    enlarge(false);
    document.title = pageTitle;
    picture.removeAttribute("src");
    if (location.hash.startsWith(LINK)) {
      if (history.state?.large) history.back();
      else history.replaceState(null, "", location.pathname + location.search);
    }
    if (location.hash && !location.hash.startsWith(LINK)) return one(`[id="${CSS.escape(location.hash.slice(1))}"]`)?.focus();
    one(".thumb", left)?.focus();
    left?.scrollIntoView({ block: "nearest" });
  }

  function keys(event) {
    if (event.ctrlKey || event.altKey || event.metaKey || event.shiftKey) return;
    const scrolls = large.classList.contains("large-big") && event.target === paper; // then the arrows move the paper
    const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (step && !scrolls) go(step);
    else if (event.key === "+" || event.key === "-") enlarge(event.key === "+");
    else return;
    event.preventDefault();
  }

  for (const item of exhibits) {
    one(".thumb", item).addEventListener("click", (event) => {
      if (event.ctrlKey || event.metaKey || event.shiftKey || event.button) return;
      event.preventDefault();
      history.pushState({ large: true }, "", `#${item.id}`);
      show(item);
    });
  }
  large.addEventListener("close", closed);
  large.addEventListener("keydown", keys);
  one(".large-close").addEventListener("click", () => large.close());
  one(".large-before").addEventListener("click", () => go(-1));
  one(".large-after").addEventListener("click", () => go(1));
  one(".large-enlarge").addEventListener("click", () => enlarge(!large.classList.contains("large-big")));
  one(".large-print").addEventListener("click", () => window.print());
  window.addEventListener("popstate", follow);
  window.addEventListener("hashchange", follow);

  // On paper every figure stands with its words, though it is folded away or not yet loaded on the screen.
  window.addEventListener("beforeprint", () => {
    for (const fold of all(".twin:not([open])")) { fold.open = true; fold.dataset.printed = ""; }
    for (const image of all(".thumb img")) image.loading = "eager";
  });
  window.addEventListener("afterprint", () => {
    for (const fold of all(".twin[data-printed]")) { fold.open = false; delete fold.dataset.printed; }
  });

  if (sift.value) filter(); // the browser keeps what was typed when a page is loaded again
  follow();
})();
