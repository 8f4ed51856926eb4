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

const sharedOf = (model) => model.widget_manager.get_model(model.get("engine").replace("IPY_MODEL_", ""));

async function render({ model, el }) {
  try {
    const shared = await sharedOf(model);
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

// A widget that JupyterLab gave up on while the kernel started is found again (common/lost.js). Nothing waits for it.
function initialize({ model }) {
  sharedOf(model).then(moduleOf).then((engine) => engine.findTheLost(model.widget_manager), () => {});
}

export default { initialize, render };
