// Seeded random numbers from 0 up to 1, the same as Python's (gluteal/models/chance.py): Mulberry32.
function chanceNumbers(seed, count) {
  const drawn = new Float64Array(count);
  for (let place = 1; place <= count; place += 1) {
    const state = (seed + place * 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    drawn[place - 1] = ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  }
  return drawn;
}
