// The pictures: pelvis of the plates, femur turned with the pose, muscle lines, and the thigh as a handle.

function hipEye(view, tip) {
  const [c, s] = [Math.cos(tip * HIP_DEG), Math.sin(tip * HIP_DEG)];
  if (view === "lateral") return [[1, 0, 0], [0, 1, 0], [0, 0, 1]];
  return [[0, 0, 1], [s, c, 0], [-c, s, 0]]; // right, up, towards the eye, square onto the pelvis of the plates
}

function hipPelvis(text, view, tip) {
  const art = readArt(text, uid()), group = svgNode("g", { transform: view === "lateral" ? `rotate(${tip})` : null });
  group.append(...[...art.childNodes].filter((node) => node.nodeName !== "defs"));
  art.append(group);
  for (const name of ["width", "height"]) art.removeAttribute(name);
  art.setAttribute("class", "hx-pelvis");
  art.setAttribute("aria-hidden", "true");
  return art;
}

// Whether the pelvis is drawn at a place of the picture.
function hipCover(outlines, tip) {
  const paths = outlines.map((outline) => new Path2D(outline)), context = document.createElement("canvas").getContext("2d");
  const [c, s] = [Math.cos(tip * HIP_DEG), Math.sin(tip * HIP_DEG)];
  return (x, y) => paths.some((path) => context.isPointInPath(path, c * x + s * y, c * y - s * x, "evenodd"));
}

function hipView(state, bones, { id: view, title, behind }, tell) {
  const { fixed, table } = state, eye = hipEye(view, fixed.tip_deg);
  const raster = hipRaster(fixed.colours), pelvis = hipPelvis(bones.art[view], view, fixed.tip_deg);
  const cords = fixed.lines.map((line) => hipCord(line, () => tell.choose(line.id)));
  const handle = svgNode("path", { class: "hx-thigh" });
  const over = svgNode("svg", { class: "hx-over" }, handle, ...cords.map((cord) => cord.node));
  const name = h("p", { class: "hx-view-name" }, title);
  const stack = h("div", { class: `hx-stack hx-${view}`, role: "img" }, ...(view === "posterior" ? [raster.canvas, pelvis] : [pelvis, raster.canvas]), over);
  const el = h("div", { class: "hx-view" }, name, stack);
  const release = hipDrag(handle, over, view, state, tell);
  const flat = (point) => [hipDot(eye[0], point), -hipDot(eye[1], point), hipDot(eye[2], point)];
  const covered = hipCover(bones.covers[view], view === "lateral" ? fixed.tip_deg : 0);
  let box = null, width = 0;

  // Reading the size makes the browser lay the page out: only after the page has changed its size.
  function fit(resized) {
    if (width && !resized) return true;
    const finer = Math.min(2.5, Math.max(2, window.devicePixelRatio || 1));
    width = Math.min(1300, Math.round(stack.clientWidth * finer));
    if (width) raster.size(width, Math.round((width * box[3]) / box[2]));
    return width > 0;
  }

  function show(now, resized) {
    const other = fixed.windows[now.zoom][view], again = resized || other !== box;
    box = other;
    if (again) frame(now);
    const femur = { solid: bones.solids.femur, turn: now.frame.turn }, shank = hipShank(bones, now);
    if (fit(again)) {
      raster.paint([femur, shank], eye, box);
      raster.strokes(femur.solid.courses.map((line) => line.map((point) => flat(hipTurn(now.frame.turn, point)))), box);
    }
    putAttribute(handle, "d", hipThigh(flat(hipTurn(now.frame.turn, [0, -410, 0]))));
    fixed.lines.forEach((line, index) => showCord(line, index, now));
    putAttribute(stack, "aria-label", `${title}: ${hipPoseWords(now.pose)}. The numbers of every line stand in the table.`);
  }

  function frame(now) {
    for (const node of [pelvis, over]) putAttribute(node, "viewBox", box.join(" "));
    stack.style.aspectRatio = `${box[2]} / ${box[3]}`;
    over.classList.toggle("hx-far", now.zoom === "whole");
  }

  function showCord(line, index, now) {
    const on = now.shown.has(line.id) || index === now.line;
    cords[index].node.style.display = on ? "" : "none";
    if (!on) return;
    const course = hipCourse(table, line, index, now), hidden = behind.includes(line.id) ? 1 : 0;
    const { seen, unseen } = hipSplit(course.map(flat), hidden, (x, y, z) => z < raster.depthAt(x, y, box) - 3 || (z < bones.beyond_mm && covered(x, y)));
    cords[index].show(seen, unseen, { chosen: index === now.line, through: now.variant === "via" && now.lines[index].through });
  }

  return { el, show, stop: release, raster };
}

// The shank turns about the axis of the knee, then with the femur.
function hipShank(bones, now) {
  const knee = now.pose[3] * -HIP_DEG, [at] = bones.knee_axis_mm, [c, s] = [Math.cos(knee), Math.sin(knee)];
  const bend = [[c, -s, 0], [s, c, 0], [0, 0, 1]], turn = now.frame.turn;
  const both = turn.map((row) => [0, 1, 2].map((k) => row[0] * bend[0][k] + row[1] * bend[1][k] + row[2] * bend[2][k]));
  const stays = hipTurn(bend, at).map((value, k) => at[k] - value);
  return { solid: bones.solids.shank, turn: both, move: hipTurn(turn, stays) };
}

// All points of a line in the pelvis's frame, from origin to insertion.
function hipCourse(table, line, index, now) {
  const own = index === table.knee_line ? [...line.femur_mm.slice(0, -1), hipKneeEnd(table, now.pose[3])] : line.femur_mm;
  const femur = own.map((point) => hipTurn(now.frame.turn, point));
  const bends = now.variant === "head24" && now.lines[index].through;
  const arc = bends ? hipArc(line.pelvis_mm.at(-1), femur[0], table.head_radius_mm) : [];
  return [...line.pelvis_mm, ...arc, ...femur];
}

// Cut a course into short pieces; those behind bone become the second path.
function hipSplit(course, hiddenFirst, isBehind) {
  let seen = "", unseen = "", last = null;
  for (let at = 1; at < course.length; at += 1) {
    const [from, to] = [course[at - 1], course[at]], steps = Math.max(1, Math.ceil(Math.hypot(to[0] - from[0], to[1] - from[1]) / 4));
    for (let step = 0; step < steps; step += 1) {
      const place = (share) => from.map((value, k) => value + (to[k] - value) * share), a = place(step / steps), b = place((step + 1) / steps), middle = place((step + 0.5) / steps);
      const hidden = at <= hiddenFirst || isBehind(...middle), piece = `L${b[0].toFixed(1)} ${b[1].toFixed(1)}`;
      const begin = last === hidden ? "" : `M${a[0].toFixed(1)} ${a[1].toFixed(1)}`;
      if (hidden) unseen += begin + piece;
      else seen += begin + piece;
      last = hidden;
    }
  }
  return { seen, unseen };
}

// One line as a cord: its edge, its colour, its light; dashed where bone hides it.
function hipCord(line, choose) {
  const make = (kind, stroke) => svgNode("path", { class: `hx-${kind}`, stroke });
  const parts = [make("halo", null), make("unseen", line.colour), make("rim", null), make("belly", line.colour), make("glint", null)];
  const node = svgNode("g", { class: "hx-cord", "data-line": line.id }, ...parts);
  node.addEventListener("click", choose);
  function show(seen, unseen, { chosen, through }) {
    const [halo, dashed, ...rest] = parts;
    putAttribute(halo, "d", seen + unseen);
    putAttribute(dashed, "d", unseen);
    for (const part of rest) putAttribute(part, "d", seen);
    node.classList.toggle("hx-chosen", chosen);
    node.classList.toggle("hx-through", through);
  }
  return { node, show };
}

const hipThigh = (end) => `M${(end[0] * 0.08).toFixed(1)} ${(end[1] * 0.08).toFixed(1)}L${(end[0] + 0.1).toFixed(1)} ${end[1].toFixed(1)}`;

// Taking hold of the thigh: from the side it bends and stretches the hip, from behind it spreads and closes it.
function hipDrag(handle, over, view, state, tell) {
  let held = null;
  const place = (event) => {
    const at = new DOMPoint(event.clientX, event.clientY).matrixTransform(over.getScreenCTM().inverse());
    return [at.x, at.y];
  };
  const bearing = ([x, y]) => Math.atan2(x, y) / HIP_DEG; // 0 straight down, positive towards the right of the picture

  function down(event) {
    if (event.button > 0) return;
    const at = place(event), pose = state.pose(), reach = Math.max(60, Math.hypot(...at));
    held = { id: event.pointerId, pose, bearing: bearing(at), x: at[0], reach: view === "lateral" ? reach : Math.max(60, Math.min(410, hipReachOf(at, pose))) };
    handle.setPointerCapture?.(event.pointerId);
    event.preventDefault();
  }
  function move(event) {
    if (held?.id !== event.pointerId) return;
    const at = place(event), pose = held.pose.slice();
    if (view === "lateral") {
      let turn = bearing(at) - held.bearing;
      if (turn > 180) turn -= 360;
      if (turn < -180) turn += 360;
      pose[0] += turn;
    } else {
      const from = Math.sin(held.pose[1] * HIP_DEG), to = Math.max(-1, Math.min(1, from - (at[0] - held.x) / held.reach));
      pose[1] = Math.asin(to) / HIP_DEG;
    }
    tell.pose(pose, false);
  }
  function up(event) {
    if (held?.id !== event.pointerId) return;
    held = null;
    tell.pose(state.pose(), true);
  }
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: up };
  for (const [name, listener] of Object.entries(listeners)) handle.addEventListener(name, listener);
  return () => Object.entries(listeners).forEach(([name, listener]) => handle.removeEventListener(name, listener));
}

// How far down the thigh it was taken, seen from behind: the part that the picture shows, along the whole.
function hipReachOf([x, y], pose) {
  const sideways = Math.abs(Math.sin(pose[1] * HIP_DEG)), seen = Math.hypot(sideways, Math.cos(pose[1] * HIP_DEG) * Math.cos(pose[0] * HIP_DEG));
  return Math.hypot(x, y) / Math.max(0.25, seen);
}
