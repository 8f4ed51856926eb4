// The frame of a page: how much of each lesson is answered, and a menu that closes as a menu should.
(function () {
  "use strict";
  const menu = document.querySelector(".menu");

  function answered() {
    try {
      const record = JSON.parse(localStorage.getItem("gluteal-progress"));
      return new Set(record.answers.map((attempt) => attempt.item));
    } catch {
      return new Set(); // nothing stored, or a browser that stores nothing for files
    }
  }

  function mark() {
    const known = answered();
    for (const link of menu.querySelectorAll("a[data-items]")) {
      const items = link.dataset.items.split(" ").filter(Boolean);
      const done = items.filter((item) => known.has(item)).length;
      link.querySelector(".mark").textContent = items.length ? `${done} of ${items.length} answered` : "";
    }
  }

  mark();
  window.addEventListener("gluteal-progress", mark);
  window.addEventListener("storage", mark);
  window.addEventListener("pageshow", mark);
  menu.addEventListener("toggle", mark);
  menu.addEventListener("keydown", (event) => {
    if (event.key !== "Escape" || !menu.open) return;
    menu.open = false;
    menu.querySelector("summary").focus();
  });
  document.addEventListener("click", (event) => {
    if (menu.open && !menu.contains(event.target)) menu.open = false;
  });
})();
