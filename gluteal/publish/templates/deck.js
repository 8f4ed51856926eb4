// Starts the deck: cut into slides, shown, then brought to life.
(function () {
  "use strict";
  const root = document.documentElement;
  const printed = /print-pdf/.test(location.search);

  // Keys that are pressed inside a widget are the widget's; a presenter's clicker (Page Down) goes on all the same.
  const inWidget = (event) => Boolean(event.target.closest?.(".live"));

  function clicker(deck) {
    document.addEventListener("keydown", (event) => {
      if (!inWidget(event)) return;
      if (event.key === "Escape") event.target.blur(); // the keys are the deck's again
      if (event.key !== "PageDown" && event.key !== "PageUp") return;
      event.preventDefault();
      event.target.blur();
      if (event.key === "PageDown") deck.next();
      else deck.prev();
    });
  }

  // The minutes of a section, spread over its slides, are the pace in the speaker's window.
  function setPace() {
    let group = [], minutes = 0;
    const spread = () => group.forEach((slide) => (slide.dataset.timing = Math.max(1, Math.round((minutes * 60) / group.length))));
    for (const slide of document.querySelectorAll("section[data-kind]")) {
      if (slide.dataset.minutes) {
        spread();
        group = [];
        minutes = Number(slide.dataset.minutes);
      }
      if (slide.dataset.kind !== "references") group.push(slide);
    }
    spread();
  }

  // A citation leads to its place in the references; Backspace leads back.
  function followReferences(deck) {
    const before = [];
    document.addEventListener("click", (event) => {
      const link = event.target.closest?.('a[href^="#"]');
      if (!link) return;
      const target = document.getElementById(decodeURIComponent(link.getAttribute("href").slice(1)));
      event.preventDefault();
      event.stopPropagation();
      if (!target) return;
      before.push(deck.getIndices());
      const { h, v } = deck.getIndices(target.closest("section[data-kind]"));
      deck.slide(h, v);
      target.classList.add("looked-up");
      setTimeout(() => target.classList.remove("looked-up"), 4000);
    }, true);
    deck.addKeyBinding({ keyCode: 8, key: "Backspace", description: "Back from the references" }, () => {
      const { h, v } = before.pop() ?? {};
      if (h !== undefined) deck.slide(h, v);
    });
  }

  async function start() {
    lessonDeck.paginate();
    if (root.dataset.minutes !== "0") setPace();
    const deck = new Reveal({
      width: "100%", height: "100%", margin: 0, minScale: 1, maxScale: 1, center: false, // sizes are in rem: see deck.css
      navigationMode: "linear", transition: "none", backgroundTransition: "none", hash: true, slideNumber: "c/t", controlsTutorial: false,
      viewDistance: 2, mobileViewDistance: 2, scrollActivationWidth: null, pdfSeparateFragments: false, pdfMaxPagesPerSlide: 1,
      keyboardCondition: (event) => !inWidget(event), plugins: [RevealNotes],
    });
    lessonDeck.reveal = deck;
    await deck.initialize();
    root.classList.add("ready");
    clicker(deck);
    followReferences(deck);
    deck.addKeyBinding({ keyCode: 90, key: "Z", description: "Enlarge the figure" }, () =>
      deck.getCurrentSlide().querySelector("[data-figure]:not(.beside)")?.enlarge?.());
    deck.on("slidechanged", ({ currentSlide }) => /^(live|ask)$/.test(currentSlide.dataset.kind) && lessonDeck.fitLive(currentSlide));
    await lessonDeck.showFigures();
    await lessonDeck.startLive(printed);
  }

  start().catch((fault) => {
    console.error(fault);
    const note = document.createElement("p");
    note.className = "notice";
    note.textContent = "These slides could not start here. Use a current Chrome, Edge or Firefox, or the lesson as a page.";
    document.body.prepend(note);
  });
})();
