// What the scripts of a deck share, and its memory. A deck forgets its answers: the next class begins anew, and the
// record that this browser keeps for the pages of the lessons is neither read nor written.
const lessonDeck = {};

(function () {
  "use strict";
  const kept = new Map();
  const memory = {
    getItem: (key) => kept.get(String(key)) ?? null,
    setItem: (key, value) => void kept.set(String(key), String(value)),
    removeItem: (key) => void kept.delete(String(key)),
    clear: () => kept.clear(),
    key: (at) => [...kept.keys()][at] ?? null,
    get length() { return kept.size; },
  };
  Object.defineProperty(window, "localStorage", { value: memory, configurable: true });

  // Texts travel packed (gluteal/widgets/packing.py): { name: text }.
  lessonDeck.unpack = async function (id) {
    const packed = document.getElementById(id).textContent;
    const bytes = Uint8Array.from(atob(packed), (letter) => letter.charCodeAt(0));
    const stream = new Blob([bytes]).stream().pipeThrough(new DecompressionStream("deflate"));
    return JSON.parse(await new Response(stream).text());
  };
})();
