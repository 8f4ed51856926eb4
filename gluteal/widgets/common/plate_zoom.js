// Zoom and pan of a plate. The wheel alone always scrolls the page; with Ctrl (or a pinch) it zooms.

const MOST_ZOOM = 5;
const DRAG_PX = 5; // a shorter movement is a click, not a drag

// content is made larger (drawn sharp) when zoomed and moved (not drawn again) when dragged.
// changed(scale, mmPerPx) is called after every change. Returns { by, reset, reveal, toPx, stop }.
function plateZoom(page, content, box, changed) {
  const [left, top, wide, high] = box;
  let scale = 1, x = left, y = top;
  const fingers = new Map();
  let dragged = false, pinch = null;

  const mmPerPx = () => wide / scale / Math.max(page.clientWidth, 1);

  function show() {
    x = Math.min(Math.max(x, left), left + wide - wide / scale);
    y = Math.min(Math.max(y, top), top + high - high / scale);
    const size = `${(scale * 100).toFixed(2)}%`;
    if (content.style.width !== size) content.style.width = content.style.height = size;
    content.style.transform = `translate(${((left - x) / mmPerPx()).toFixed(2)}px, ${((top - y) / mmPerPx()).toFixed(2)}px)`;
    page.classList.toggle("gp-zoomed", scale > 1);
    changed(scale, mmPerPx());
  }

  // The point (mm) under (px, py) stays where it is.
  function zoomTo(next, px = page.clientWidth / 2, py = page.clientHeight / 2) {
    const bounded = Math.min(MOST_ZOOM, Math.max(1, next));
    const before = mmPerPx();
    scale = bounded;
    x += px * (before - mmPerPx());
    y += py * (before - mmPerPx());
    show();
  }

  const local = (event) => {
    const frame = page.getBoundingClientRect();
    return [event.clientX - frame.left, event.clientY - frame.top];
  };

  function wheel(event) {
    if (!event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    zoomTo(scale * Math.exp(-event.deltaY * 0.004), ...local(event));
  }

  function down(event) {
    if (event.button > 0) return;
    if (!fingers.size) dragged = false;
    fingers.set(event.pointerId, local(event));
    pinch = fingers.size === 2 ? { span: fingerSpan(), scale } : null;
  }

  const fingerSpan = () => {
    const [one, two] = [...fingers.values()];
    return Math.hypot(one[0] - two[0], one[1] - two[1]);
  };

  function move(event) {
    const before = fingers.get(event.pointerId);
    if (!before) return;
    const now = local(event);
    if (pinch && fingers.size === 2) {
      fingers.set(event.pointerId, now);
      const [one, two] = [...fingers.values()];
      dragged = true;
      zoomTo((pinch.scale * fingerSpan()) / Math.max(pinch.span, 1), (one[0] + two[0]) / 2, (one[1] + two[1]) / 2);
    } else if (scale > 1) {
      if (!dragged && Math.hypot(now[0] - before[0], now[1] - before[1]) < DRAG_PX) return;
      if (!dragged) page.setPointerCapture?.(event.pointerId);
      dragged = true;
      x -= (now[0] - before[0]) * mmPerPx();
      y -= (now[1] - before[1]) * mmPerPx();
      fingers.set(event.pointerId, now);
      show();
    }
  }

  function up(event) {
    fingers.delete(event.pointerId);
    if (fingers.size < 2) pinch = null;
  }

  // A click that ends a drag is not a choice.
  function click(event) {
    if (!dragged) return;
    dragged = false;
    event.stopPropagation();
    event.preventDefault();
  }

  page.addEventListener("wheel", wheel, { passive: false });
  page.addEventListener("pointerdown", down);
  page.addEventListener("pointermove", move);
  page.addEventListener("pointerup", up);
  page.addEventListener("pointercancel", up);
  page.addEventListener("click", click, true);
  const watcher = new ResizeObserver(show);
  watcher.observe(page);

  // Brings a point (mm) into sight when the plate is zoomed.
  function reveal(point) {
    if (scale === 1) return;
    const inX = point.x > x && point.x < x + wide / scale;
    const inY = point.y > y && point.y < y + high / scale;
    if (inX && inY) return;
    x = point.x - wide / scale / 2;
    y = point.y - high / scale / 2;
    show();
  }

  return {
    by: (factor) => zoomTo(scale * factor),
    reset: () => zoomTo(1),
    reveal,
    toPx: (point) => [(point.x - x) / mmPerPx(), (point.y - y) / mmPerPx()],
    stop: () => watcher.disconnect(),
  };
}
