// Finding names in spite of accents, typing errors and half words. Nothing in here knows the subject.

const LONGEST_QUERY = 60;

function plainText(text) {
  return String(text).normalize("NFD").replace(/\p{M}/gu, "").toLowerCase().replace(/[^\p{L}\p{N}]+/gu, " ").trim();
}

// Number of single changes (insert, delete, replace, swap neighbours) from one word to another.
function editDistance(one, two) {
  const rows = [Array.from({ length: two.length + 1 }, (_, column) => column)];
  for (let i = 1; i <= one.length; i += 1) {
    rows[i] = [i];
    for (let j = 1; j <= two.length; j += 1) {
      const same = one[i - 1] === two[j - 1];
      rows[i][j] = Math.min(rows[i - 1][j] + 1, rows[i][j - 1] + 1, rows[i - 1][j - 1] + (same ? 0 : 1));
      const swapped = i > 1 && j > 1 && one[i - 1] === two[j - 2] && one[i - 2] === two[j - 1];
      if (swapped) rows[i][j] = Math.min(rows[i][j], rows[i - 2][j - 2] + 1);
    }
  }
  return rows[one.length][two.length];
}

// 0 = the same word; larger = further off; Infinity = no match.
function wordDistance(typed, word) {
  if (typed === word) return 0;
  if (word.startsWith(typed)) return 1;
  if (typed.length >= 3 && word.includes(typed)) return 2;
  const allowed = typed.length >= 8 ? 2 : typed.length >= 4 ? 1 : 0;
  if (!allowed) return Infinity;
  const beginnings = [-1, 0, 1].map((more) => word.slice(0, typed.length + more));
  const faults = Math.min(...[word, ...beginnings].map((part) => editDistance(typed, part)));
  return faults <= allowed ? 3 + faults : Infinity;
}

function phraseDistance(typed, name) {
  const words = plainText(name).split(" ");
  return typed.reduce((sum, token) => sum + Math.min(...words.map((word) => wordDistance(token, word))), 0);
}

// entries: [{ id, names: [first the proper name, then others] }] -> [{ id, name, distance }], nearest first.
function fuzzyFind(entries, query) {
  const typed = plainText(String(query).slice(0, LONGEST_QUERY)).split(" ").filter(Boolean);
  if (!typed.length) return [];
  const hits = [];
  for (const { id, names } of entries) {
    const distances = names.map((name) => phraseDistance(typed, name));
    const distance = Math.min(...distances);
    if (Number.isFinite(distance)) hits.push({ id, name: names[distances.indexOf(distance)], distance });
  }
  return hits.sort((a, b) => a.distance - b.distance);
}
