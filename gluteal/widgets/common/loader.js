// All questions, reveals and panels of a notebook share one copy of their code and style, which a model without
// a view carries (gluteal/widgets/engine_code.py). This is all that each of them brings itself.

// The code becomes a module once, however many widgets use it.
function moduleOf(shared) {
  if (!shared.glutealModule) {
    const url = URL.createObjectURL(new Blob([shared.get("code")], { type: "text/javascript" }));
    shared.glutealModule = import(url).finally(() => URL.revokeObjectURL(url));
  }
  return shared.glutealModule;
}

function dress(style) {
  const present = document.head.querySelector("style[data-gluteal-engine]");
  if (present?.textContent === style) return;
  const sheet = present ?? document.head.appendChild(document.createElement("style"));
  sheet.dataset.glutealEngine = "";
  sheet.textContent = style;
}

async function render({ model, el }) {
  try {
    const shared = await model.widget_manager.get_model(model.get("engine").replace("IPY_MODEL_", ""));
    dress(shared.get("style"));
    const engine = await moduleOf(shared);
    const giveKeysBack = engine.ownKeys(el);
    const stop = engine[model.get("door")]({ model, el });
    return () => (giveKeysBack(), stop?.());
  } catch (error) {
    console.warn("gluteal lessons:", error);
    el.textContent = "This part of the lesson cannot be shown: its code is missing. Run the cell again.";
  }
}

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

function initialize({ model }) {
  findTheLost(model.widget_manager);
}

export default { initialize, render };
