// The widgets of a deck: their machinery is unpacked once the slides stand, and each starts when its slide comes near.
(function () {
  "use strict";
  const slideOf = (node) => node.closest("section[data-kind]");

  // Fit a widget when it has been drawn, and again whenever it grows over its frame.
  function watch(slide) {
    let waiting = 0;
    const fit = () => {
      waiting = 0;
      lessonDeck.fitLive(slide);
    };
    new ResizeObserver(() => (waiting ||= requestAnimationFrame(fit))).observe(slide.querySelector(".inner"));
  }

  function add(text) {
    const script = document.createElement("script");
    script.textContent = text;
    document.head.append(script);
  }

  // reveal.js takes every section element inside a slide for a slide; in a widget it is a group.
  function withoutSections() {
    const make = Document.prototype.createElement;
    document.createElement = function (tag, ...options) {
      if (String(tag).toLowerCase() !== "section") return make.call(document, tag, ...options);
      const group = make.call(document, "div", ...options);
      group.setAttribute("role", "group");
      return group;
    };
  }

  lessonDeck.startLive = async function (printed) {
    withoutSections();
    const places = document.querySelectorAll(".live");
    for (const place of places) place.dataset.preventSwipe = "";
    new Set([...places].map(slideOf)).forEach(watch);
    const texts = await lessonDeck.unpack("machinery");
    const address = (name) => URL.createObjectURL(new Blob([texts[name]], { type: "text/javascript" }));
    window.lessonAssets = { anywidget: address("anywidget.js"), "html-manager": address("html-manager.js") };
    if (printed) delete document.documentElement.dataset.liveWhen;
    add(texts["require.js"]);
    add(texts["alive.js"]);
  };
})();
