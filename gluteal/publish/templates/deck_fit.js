// Every slide fits its frame of 80 × 45 rem (1280 × 720 on a laptop): the text becomes as large as it may, and what does
// not fit at the smallest size goes on on another slide. Fonts differ between computers, so this is done here, not before.
(function () {
  "use strict";
  const SIZES_REM = [2, 1.875, 1.75, 1.625, 1.5]; // 32 to 24 px on a laptop
  const LISTS_REM = [1.25]; // references: for those who look something up
  const LIVE_REM = [1.5, 1.375, 1.25, 1.1875, 1.125, 1.0625, 1, 0.9375];
  const HELD = new Set(["UL", "OL", "DL", "TABLE", "TBODY", "DIV", "SECTION", "BLOCKQUOTE"]);
  const FLOWING = new Set(["aims", "flag", "section", "prose", "answer", "block", "words", "references"]);

  const inner = (slide) => slide.querySelector(".inner");
  function fits(slide) {
    const body = slide.querySelector(".body");
    const text = inner(slide);
    return text.offsetHeight <= body.clientHeight + 1 && text.scrollWidth <= body.clientWidth + 1;
  }

  // Take what is last in `from` to the front of `to`. False when nothing can be taken that leaves something behind.
  function carryOn(from, to) {
    const last = from.lastElementChild;
    if (!last) return false;
    if (HELD.has(last.tagName) && divisible(last)) {
      const shell = shellOf(last, to);
      if (carryOn(last, shell)) return leaveNoHeading(from, to);
      if (shell.children.length === heads(shell)) shell.remove();
    }
    if (from.children.length - heads(from) < 2) return false;
    joinOrPutFirst(to, last);
    return leaveNoHeading(from, to);
  }

  // A heading, or the word that a definition belongs to, does not stay behind alone.
  const HEADING = "h2, h3, h4, h5, h6, dt";
  const onlyHeading = (node) => node.matches(`${HEADING}, .fold:has(> :is(${HEADING}):only-child)`);
  function leaveNoHeading(from, to) {
    while (from.children.length > 1 && onlyHeading(from.lastElementChild)) joinOrPutFirst(to, from.lastElementChild);
    return true;
  }

  // In front of all that was carried on before, but behind the head of a table.
  const putFirst = (to, node) => to.insertBefore(node, [...to.children].find((one) => one.tagName !== "THEAD") ?? null);
  // What goes over whole joins its own part that went before it: one table stays one table.
  function joinOrPutFirst(to, node) {
    const ahead = [...to.children].find((one) => one.goesOn === node);
    if (!ahead) return putFirst(to, node);
    for (const child of [...node.children].reverse()) if (child.tagName !== "THEAD") joinOrPutFirst(ahead, child);
    node.remove();
    ahead.goesOn = node.goesOn;
    if (node.id) ahead.id = node.id;
  }

  const heads = (node) => [...node.children].filter((one) => one.tagName === "THEAD").length;
  const divisible = (node) => node.children.length - heads(node) > 1 || (node.firstElementChild && HELD.has(node.lastElementChild.tagName));

  // The part of the next slide that goes on with `node`: made once, with the head of a table and the numbers of a list.
  function shellOf(node, to) {
    const present = [...to.children].find((one) => one.goesOn === node);
    if (present) return present;
    const shell = node.cloneNode(false);
    shell.goesOn = node;
    shell.removeAttribute("id");
    const head = [...node.children].find((one) => one.tagName === "THEAD");
    if (head) shell.append(head.cloneNode(true));
    putFirst(to, shell);
    return shell;
  }

  function numberOn(slide) {
    for (const list of slide.querySelectorAll("ol")) {
      if (list.goesOn?.tagName === "OL") list.start = (list.goesOn.start || 1) + list.goesOn.children.length;
    }
  }

  function nextOf(slide) {
    const next = slide.cloneNode(true);
    next.classList.add("goes-on");
    next.removeAttribute("data-minutes");
    next.querySelector(".beside")?.remove();
    next.querySelector(".notes").replaceChildren();
    inner(next).replaceChildren();
    return next;
  }

  function flow(slide, sizes) {
    const text = inner(slide);
    const sized = sizes.some((size) => ((text.style.fontSize = `${size}rem`), fits(slide)));
    if (sized) return;
    const beside = slide.querySelector(".beside");
    if (beside) {
      beside.remove(); // the figure has its own slide before this one
      return flow(slide, sizes);
    }
    const size = sizes.at(-2) ?? sizes[0];
    text.style.fontSize = `${size}rem`;
    const next = nextOf(slide);
    slide.after(next);
    while (!fits(slide) && carryOn(text, inner(next)));
    if (!inner(next).children.length) return next.remove();
    const uneven = () => inner(next).offsetHeight < 0.6 * text.offsetHeight;
    while (uneven() && carryOn(text, inner(next)));
    numberOn(next);
    flow(next, [size]);
  }

  // The map of the lessons is one picture: it becomes smaller, and is not cut.
  const sizesOf = (slide) => (slide.querySelector(".gl-map") ? LIVE_REM : slide.dataset.kind === "references" ? LISTS_REM : SIZES_REM);

  lessonDeck.paginate = function () {
    for (const slide of document.querySelectorAll("section[data-kind]")) {
      if (FLOWING.has(slide.dataset.kind)) flow(slide, sizesOf(slide));
    }
  };

  // A widget takes the largest type with which all of it is seen; one that grew by an answer becomes smaller, not cut.
  // One that is taller than the frame even at 15 px scrolls inside it.
  lessonDeck.fitLive = function (slide) {
    if (!slide.offsetParent && !slide.getClientRects().length) return;
    const body = slide.querySelector(".body");
    const sized = LIVE_REM.some((size) => (body.style.setProperty("--gl-size", `${size}rem`), fits(slide)));
    if (!sized) body.style.setProperty("--gl-size", "1rem");
    body.classList.toggle("scrolls", !sized);
  };
})();
