// The figures of a deck: each is carried once, however many slides show it. A click makes one as large as it is wide.
(function () {
  "use strict";
  const dialog = document.getElementById("large");

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
      dialog.querySelector(".large-paper").focus();
    };
    button.addEventListener("click", open);
    image.addEventListener("click", open);
  }

  dialog.querySelector(".large-close").addEventListener("click", () => dialog.close());
  dialog.addEventListener("keydown", (event) => {
    event.stopPropagation(); // the arrows move the figure, not the slides
    if (/^(PageDown|PageUp| )$/.test(event.key)) dialog.close();
  });
})();
