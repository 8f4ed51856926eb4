// The plan builder as a whole: form, plan, print. Another widget can hold it, with a model of its own.

// The figure that the lesson carries once; a plan without it goes on in words.
async function planStage(model) {
  try {
    return await figureStage(await modelOf(model, model.get("art")));
  } catch (fault) {
    console.info("gluteal lessons: the plan has no pictures.", fault);
    return null;
  }
}

const PLAN_INPUTS = ["goal", "irritability", "findings", "asked", "equipment", "minutes", "days", "red_flags"];

// kept: how a page without a kernel keeps what was filled in; a room that keeps it itself gives its own.
function planBuilder(records, stage, model, el, kept = null) {
  if (records.format !== PLAN_FORMAT) throw new Error("its rules come in another form.");
  const root = h("div", { class: "gl gl-wide pb", role: "region", "aria-label": records.say.title });
  const result = h("div", { class: "pb-result", role: "group", "aria-label": "The plan" }), live = liveRegion({ class: "gl-hidden" });
  const print = h("button", { type: "button", class: "gl-button gl-main pb-print", onclick: () => planPrint(root, records, plan, pictures) }, "Print the plan");
  const form = planForm(records, (name) => model.get(name), (name, value) => write({ [name]: value }));
  const clear = h("button", { type: "button", class: "gl-button pb-clear", onclick: () => write({ red_flags: {}, findings: [], asked: false }) }, records.say.clear);
  const inputs = () => Object.fromEntries(PLAN_INPUTS.map((name) => [name, model.get(name)]));
  const pictures = planPictures(stage, records);
  kept ??= sessionKept("plan-builder", inputs());
  let plan = null;

  function write(values) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    show();
    model.set("plan", plan);
    model.save_changes();
    kept.keep(inputs());
    live.say(!plan ? "" : plan.state === "plan" ? `${plan.items.length} exercises; ${plan.refused.length} refused.` : records.no_plan[plan.state]);
  }

  function show() {
    const ask = inputs();
    plan = planKnown(records, ask) ? planMake(records, ask) : null;
    form.show();
    print.hidden = plan?.state !== "plan";
    result.replaceChildren(...(plan ? planView(records, plan, pictures) : [h("p", { role: "note" }, "This saved plan asks for something that the rules do not know. Choose goal and irritability again, or clear the answers.")]));
  }

  root.append(h("h3", {}, records.say.title), h("p", { class: "pb-note" }, records.say.lead), form.nodes[0], h("div", { class: "pb-columns" }, h("div", { class: "pb-form" }, form.nodes.slice(1), clear), h("div", { class: "pb-answer" }, print, result)), live.node);
  const events = PLAN_INPUTS.map((name) => `change:${name}`).join(" ");
  const before = kept.take();
  if (before && planKnown(records, before)) for (const name of PLAN_INPUTS) model.set(name, before[name]);
  model.on(events, show);
  show();
  if (before) (model.set("plan", plan), model.save_changes());
  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  return () => {
    model.off(events, show);
    pictures.release();
    releaseKeys();
  };
}

// Whether the rules know everything that is asked: what they do not know must not pass for "not present".
function planKnown(records, ask) {
  const within = (value, [low, high]) => Number.isInteger(value) && value >= low && value <= high;
  const listed = (name) => Array.isArray(ask[name]) && ask[name].every((key) => records.order[name].includes(key));
  const flags = ask.red_flags && typeof ask.red_flags === "object" && Object.keys(ask.red_flags).every((key) => records.flags.some((flag) => flag.id === key));
  return Boolean(records.goals[ask.goal] && records.levels[ask.irritability] && within(ask.days, records.days) && within(ask.minutes, records.minutes) && listed("findings") && listed("equipment") && flags);
}
