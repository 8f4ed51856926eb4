// While the kernel starts, JupyterLab's widget manager can say that all is read when the saved widgets are still
// to come. A widget whose cell is shown in that moment says "model not found" and never looks again. So we look for
// such cells during the first minute, and show them anew once their models are there.
const LOST = "Error displaying widget: model not found";
const VIEW = "application/vnd.jupyter.widget-view+json";

function findTheLost(manager) {
  const cells = manager?.context?.model?.cells;
  if (!cells || manager.glutealLooks) return;
  manager.glutealLooks = 120;
  const shownAnew = new Set();
  const look = async () => {
    const lost = [...document.querySelectorAll(".jp-OutputArea-output")].some((one) => one.textContent.includes(LOST));
    for (let at = 0; lost && at < cells.length; at++) {
      const outputs = cells.get(at).outputs;
      for (let place = 0; place < (outputs?.length ?? 0); place++) {
        const output = outputs.get(place);
        const id = output.data?.[VIEW]?.model_id;
        if (!id || shownAnew.has(id) || !manager.has_model(id)) continue;
        const model = await manager.get_model(id);
        if (Object.keys(model.views ?? {}).length) continue;
        shownAnew.add(id);
        outputs.set(place, output.toJSON());
      }
    }
    if (--manager.glutealLooks > 0) setTimeout(look, 500);
  };
  setTimeout(look, 500);
}
