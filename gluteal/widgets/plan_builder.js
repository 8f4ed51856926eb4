// Plan builder. The page makes the plan from the tables that Python sends, so it needs no kernel.

async function render({ model, el }) {
  try {
    const records = JSON.parse(await unpackText(model.get("packed")));
    return planBuilder(records, model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The plan builder cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

const PLAN_INPUTS = ["goal", "irritability", "findings", "asked", "equipment", "minutes", "days", "red_flags"];

function planBuilder(records, model, el) {
  if (records.format !== PLAN_FORMAT) throw new Error("its rules come in another form.");
  const root = h("div", { class: "gl gl-wide pb", role: "region", "aria-label": records.say.title });
  const result = h("div", { class: "pb-result", role: "group", "aria-label": "The plan" }), live = liveRegion({ class: "gl-hidden" });
  const print = h("button", { type: "button", class: "gl-button gl-main pb-print", onclick: () => planPrint(root, records, plan) }, "Print the plan");
  const form = planForm(records, (name) => model.get(name), write);
  let plan = null;

  function write(name, value) {
    model.set(name, value);
    show();
    model.set("plan", plan);
    model.save_changes();
    live.say(plan.state === "plan" ? `${plan.items.length} exercises; ${plan.refused.length} refused.` : records.no_plan[plan.state]);
  }

  function show() {
    const ask = Object.fromEntries(PLAN_INPUTS.map((name) => [name, model.get(name)]));
    plan = planKnown(records, ask) ? planMake(records, ask) : null;
    form.show();
    print.hidden = plan?.state !== "plan";
    result.replaceChildren(...(plan ? planView(records, plan) : [h("p", { role: "note" }, "This saved plan asks for something that the rules do not know. Choose goal and irritability again.")]));
  }

  root.append(h("h3", {}, records.say.title), h("p", { class: "pb-note" }, records.say.lead), form.nodes[0], h("div", { class: "pb-columns" }, h("div", { class: "pb-form" }, form.nodes.slice(1)), h("div", { class: "pb-answer" }, print, result)), live.node);
  const events = PLAN_INPUTS.map((name) => `change:${name}`).join(" ");
  model.on(events, show);
  show();
  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  return () => {
    model.off(events, show);
    releaseKeys();
  };
}

const planKnown = (records, ask) => Boolean(records.goals[ask.goal] && records.levels[ask.irritability] && records.rules.weeks[ask.days]);

export default { render };
