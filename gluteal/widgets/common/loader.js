// All questions, reveals and panels of a notebook share one copy of their code and style, which a model without
// a view carries (gluteal/widgets/engine_code.py). This is all that each of them brings itself.

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
