// Small pictures of the exercises, painted one after the other, so that a choice is answered before they are there.

const PLAN_PICTURE = { width: 116, height: 104, fine: 2 };

// stage: from figureStage, or null; then the plan goes on in words alone.
function planPictures(stage, records) {
  const made = new Map(), waiting = [], view = stage?.view(document.createElement("canvas"));
  let frame = 0;

  // way: "start" or "end"; a PNG as a data URL, or "" where there is no figure.
  function source(id, way) {
    const key = `${id} ${way}`;
    if (!made.has(key)) made.set(key, stage?.ids.includes(id) ? painted(id, way) : "");
    return made.get(key);
  }

  function painted(id, way) {
    const { width, height, fine } = PLAN_PICTURE, [azimuth, elevation] = stage.views(id)[0];
    return view.picture(stage.scene(id, "end"), way === "end" ? 1 : 0, azimuth, elevation, fine * width, fine * height, { target: records.exercises[id].muscle });
  }

  function next() {
    const image = waiting.shift();
    frame = waiting.length ? requestAnimationFrame(next) : 0;
    if (image?.isConnected) image.src = source(image.dataset.exercise, "end");
  }

  // An image of the end of an exercise that fills itself; the words beside it say the same.
  function image(id) {
    if (!stage?.ids.includes(id)) return null;
    const { width, height } = PLAN_PICTURE, node = h("img", { class: "pb-picture", alt: "", width, height, "data-exercise": id });
    if (made.has(`${id} end`)) node.src = source(id, "end");
    else waiting.push(node);
    frame ||= requestAnimationFrame(next);
    return node;
  }

  return { source, image, release: () => cancelAnimationFrame(frame) };
}
