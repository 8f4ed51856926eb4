// The figures of a deck: each is carried once, however many slides show it. A click or the key Z makes one as wide as the screen.
(function () {
  "use strict";
  const dialog = document.getElementById("large");
  const paper = dialog.querySelector(".large-paper");

  lessonDeck.showFigures = async function () {
    const figures = await lessonDeck.unpack("figures");
    const address = {};
    for (const [name, svg] of Object.entries(figures)) {
      address[name] = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
    }
    for (const figure of document.querySelectorAll("[data-figure]")) {
      const image = figure.querySelector("img");
      image.src = address[figure.dataset.figure];
      if (image.alt) makeLarge(figure, image);
    }
    document.documentElement.dataset.figures = "shown";
  };

  function makeLarge(figure, image) {
    const button = document.createElement("button");
    button.type = "button";
    button.className = "enlarge";
    button.textContent = "Enlarge";
    figure.append(button);
    const open = () => {
      const large = dialog.querySelector("img");
      large.src = image.src;
      large.alt = image.alt;
      dialog.showModal();
      paper.scrollTo(0, 0);
      paper.focus();
    };
    figure.enlarge = open;
    button.addEventListener("click", open);
    image.addEventListener("click", open);
  }

  dialog.querySelector(".large-close").addEventListener("click", () => dialog.close());
  // "Next" shows the enlarged figure part by part, from above down, and then goes on; the arrows move it.
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation();
    const step = { PageDown: 1, " ": 1, PageUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    const before = paper.scrollTop;
    paper.scrollBy({ top: step * paper.clientHeight * 0.85, behavior: "instant" });
    if (paper.scrollTop !== before) return;
    dialog.close();
    if (step > 0) lessonDeck.reveal.next();
  });
})();
