// Plan builder. The page makes the plan from the tables that Python sends, so it needs no kernel.

async function render({ model, el }) {
  try {
    const records = JSON.parse(await unpackText(model.get("packed")));
    return planBuilder(records, await planStage(model), model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The plan builder cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

export default { render };
