// The hand of the learner: mouse, touch, pen and keys become one finger that moves, presses, snaps and lifts.

const HAND = { step: 2, big: 10, still: 1.2, wait: 600, climb: 2, memory: 0.4, snap: 18, snapTime: 0.1 };

// on: { moved(from, to), pressed(), lifted(), held(), keyed(), mark(), force(change), snapped(from, to, force, time) }
// look: { size, force() (slider, N), most (N), holds() (whether holding still sinks deeper), calm() }
function palpHand(pad, look, on) {
  const { width, height } = look.size;
  const finger = { x: width / 2, y: height / 2, down: false, way: null, extra: 0, pen: null };
  let trail = [];
  let pointer = null;
  let stillFrom = null;
  let ticking = 0;
  let snapping = 0;
  const force = () => within(finger.pen ?? look.force() + finger.extra, 0, look.most);

  function place(event) {
    const box = pad.getBoundingClientRect();
    return { x: within(((event.clientX - box.left) / box.width) * width, 0, width), y: within(((event.clientY - box.top) / box.height) * height, 0, height) };
  }

  // time in seconds; the trail is what a snap is told from.
  function go({ x, y }, time) {
    const from = { x: finger.x, y: finger.y };
    const [dx, dy] = [within(x, 0, width) - from.x, within(y, 0, height) - from.y];
    const length = Math.hypot(dx, dy);
    if (!length) return;
    const way = Math.atan2(dy, dx);
    const turned = finger.way !== null && Math.cos(way - finger.way) < 0;
    Object.assign(finger, { x: from.x + dx, y: from.y + dy, way });
    if (finger.down) {
      trail.push({ x: finger.x, y: finger.y, time });
      trail = trail.filter((one) => time - one.time <= HAND.memory);
    }
    on.moved(from, finger, { length, turned });
    if (finger.down) findSnap(time);
  }

  function findSnap(time) {
    if (time - snapping < 0.5) return;
    const hit = trail.find((one) => on.snapped(one, finger, force(), Math.max(0.001, time - one.time)));
    if (!hit) return;
    snapping = time;
    trail = [];
  }

  function press(time) {
    if (finger.down) return;
    finger.down = true;
    finger.extra = 0;
    trail = [{ x: finger.x, y: finger.y, time }];
    on.pressed();
  }

  function lift() {
    if (!finger.down) return;
    Object.assign(finger, { down: false, extra: 0, pen: null, way: null });
    pointer = null;
    stillFrom = null;
    cancelAnimationFrame(ticking);
    on.lifted();
  }

  // Held still by a pointer, the finger sinks deeper, as it would by itself.
  function tick(stamp) {
    if (!finger.down || pointer === null) return;
    if (stillFrom === null) stillFrom = { at: stamp, x: finger.x, y: finger.y, last: stamp };
    if (Math.hypot(finger.x - stillFrom.x, finger.y - stillFrom.y) > HAND.still) stillFrom = { at: stamp, x: finger.x, y: finger.y, last: stamp };
    const waited = stamp - stillFrom.at;
    if (waited > HAND.wait && look.holds() && finger.pen === null && force() < look.most) {
      finger.extra = Math.min(look.most, finger.extra + (HAND.climb * (stamp - stillFrom.last)) / 1000);
      on.held();
    }
    stillFrom.last = stamp;
    ticking = requestAnimationFrame(tick);
  }

  const penForce = (event) => (event.pointerType === "pen" && event.pressure > 0 ? event.pressure * look.most : null);

  function pointerdown(event) {
    if (event.button !== 0 || pointer !== null) return;
    lift();
    pad.setPointerCapture?.(event.pointerId);
    pad.focus({ preventScroll: true });
    const time = event.timeStamp / 1000;
    go(place(event), time);
    finger.way = null;
    finger.pen = penForce(event);
    pointer = event.pointerId;
    press(time);
    stillFrom = null;
    ticking = requestAnimationFrame(tick);
    event.preventDefault();
  }

  function pointermove(event) {
    if (pointer !== null && event.pointerId !== pointer) return;
    if (pointer === null && finger.down) return; // pressed by key: the mouse only passes over
    if (pointer === null && event.pointerType !== "mouse") return;
    if (pointer !== null) finger.pen = penForce(event);
    const steps = event.getCoalescedEvents?.() ?? [];
    for (const one of steps.length ? steps : [event]) go(place(one), one.timeStamp / 1000);
  }

  const pointerup = (event) => event.pointerId === pointer && lift();

  function wheel(event) {
    if (!finger.down) return; // the page scrolls
    event.preventDefault();
    on.force(event.deltaY < 0 ? 0.5 : -0.5);
  }

  const arrows = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
  const other = {
    " ": () => (finger.down ? lift() : press(performance.now() / 1000)),
    Escape: lift,
    "+": () => on.force(0.5), "=": () => on.force(0.5), "-": () => on.force(-0.5), _: () => on.force(-0.5),
    s: snap, S: snap, m: () => on.mark(), M: () => on.mark(), Enter: () => on.mark(),
  };

  function keydown(event) {
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const arrow = arrows[event.key];
    if (!arrow && !other[event.key]) return;
    event.preventDefault();
    if (pointer !== null) return;
    if (!arrow) return other[event.key]();
    const step = event.shiftKey ? HAND.big : HAND.step;
    // Keys step; a real finger glides. The trail of a step is slow, so that only the key S snaps.
    trail = [];
    go({ x: finger.x + step * arrow[0], y: finger.y + step * arrow[1] }, performance.now() / 1000);
    on.keyed();
  }

  // A quick pass across where the finger is, in the direction in which it last moved, and back again.
  function snap() {
    const way = finger.way ?? 0;
    if (!finger.down) press(performance.now() / 1000);
    const [x, y] = [finger.x, finger.y];
    const at = (share) => ({ x: x + HAND.snap * share * Math.cos(way), y: y + HAND.snap * share * Math.sin(way) });
    const start = performance.now() / 1000;
    go(at(-0.5), start - 0.4);
    trail = [];
    for (let step = 0; step <= 6; step += 1) go(at(step / 6 - 0.5), start + (HAND.snapTime * step) / 6);
    trail = [];
    go({ x, y }, start + 0.6);
    finger.way = way;
    on.keyed();
  }

  function jump({ x, y }) {
    lift();
    Object.assign(finger, { x, y, way: null });
    on.moved(finger, finger, { length: 0, turned: false });
  }

  const touches = { pointerdown, pointermove, pointerup, pointercancel: pointerup, lostpointercapture: pointerup, keydown };
  for (const [name, act] of Object.entries(touches)) pad.addEventListener(name, act);
  pad.addEventListener("wheel", wheel, { passive: false });
  function stop() {
    cancelAnimationFrame(ticking);
    for (const [name, act] of Object.entries(touches)) pad.removeEventListener(name, act);
    pad.removeEventListener("wheel", wheel);
  }
  return { finger, force, press: () => press(performance.now() / 1000), lift, snap, jump, stop };
}
