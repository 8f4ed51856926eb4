// How each letter looks: a colour and a texture of its own, so that grey print and colour-blind eyes tell them apart.

const TEXTURE_PX = 7; // side of a tile

// Each draws one tile of TEXTURE_PX; the tile repeats without a seam.
const TEXTURES = {
  dots(pen, size) {
    for (const [x, y] of [[0.25, 0.25], [0.75, 0.75]]) dot(pen, x * size, y * size, size * 0.15);
  },
  slant: (pen, size) => lines(pen, [[-1, 1, 1, -1], [0, 2, 2, 0], [-0.5, 1.5, 1.5, -0.5]], size),
  backslant: (pen, size) => lines(pen, [[-1, 0, 1, 2], [0, -1, 2, 1], [-0.5, -0.5, 1.5, 1.5]], size),
  level: (pen, size) => lines(pen, [[0, 0.5, 1, 0.5]], size),
  upright: (pen, size) => lines(pen, [[0.5, 0, 0.5, 1]], size),
  cross: (pen, size) => lines(pen, [[0, 0.5, 1, 0.5], [0.5, 0, 0.5, 1]], size),
  net: (pen, size) => lines(pen, [[-1, 1, 1, -1], [0, 2, 2, 0], [-1, 0, 1, 2], [0, -1, 2, 1]], size),
};

function dot(pen, x, y, radius) {
  pen.beginPath();
  pen.arc(x, y, radius, 0, 2 * Math.PI);
  pen.fill();
}

function lines(pen, ends, size) {
  pen.lineWidth = size * 0.15;
  pen.beginPath();
  for (const [x0, y0, x1, y1] of ends) {
    pen.moveTo(x0 * size, y0 * size);
    pen.lineTo(x1 * size, y1 * size);
  }
  pen.stroke();
}

const tiles = new Map();

// A small canvas with one tile, wash below and texture above it, drawn once for the page. strength: { wash, ink }, 0 to 1
function textureTile(look, strength, ratio) {
  const key = JSON.stringify([look.texture, look.ink, look.wash, strength, ratio]);
  if (!tiles.has(key)) {
    const size = Math.round(TEXTURE_PX * ratio);
    const tile = h("canvas", { width: size, height: size });
    const pen = tile.getContext("2d");
    pen.globalAlpha = strength.wash;
    pen.fillStyle = look.wash;
    pen.fillRect(0, 0, size, size);
    pen.globalAlpha = strength.ink;
    pen.fillStyle = pen.strokeStyle = look.ink;
    TEXTURES[look.texture](pen, size);
    tiles.set(key, tile);
  }
  return tiles.get(key);
}

// A swatch for lists and legends, showing colour and texture.
function textureSwatch(look, props = {}) {
  const side = 22, ratio = Math.min(2, window.devicePixelRatio || 1);
  const swatch = h("canvas", { class: "rx-swatch", width: side * ratio, height: side * ratio, "aria-hidden": "true", ...props });
  const pen = swatch.getContext("2d");
  pen.fillStyle = pen.createPattern(textureTile(look, { wash: 1, ink: 1 }, ratio), "repeat");
  pen.fillRect(0, 0, swatch.width, swatch.height);
  return swatch;
}

const letterBadge = (look) => h("span", { class: "rx-letter", style: `--look: ${look.ink}` }, look.letter);

// From 0 to 1 without a jolt at either end.
const easeInOut = (share) => {
  const bounded = Math.min(1, Math.max(0, share));
  return bounded * bounded * (3 - 2 * bounded);
};
