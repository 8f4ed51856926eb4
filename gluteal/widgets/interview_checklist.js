// Interview for possible causes. Answers are kept beside the model, not in it: they are never saved or sent.

function render({ model, el }) {
  try {
    return interviewChecklist(model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The interview form cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

function interviewChecklist(model, el) {
  const records = model.get("records");
  if (records?.format !== INTERVIEW_FORMAT || !records.flags?.length || !records.parts?.length) throw new Error("its questions are missing or in another form.");
  const live = liveRegion({ class: "gl-hidden" });
  model.glutealInterview ??= interviewEmpty();
  const root = h("div", { class: "gl ic", role: "region", "aria-label": records.say.title });
  const form = h("form", { class: "ic-form", autocomplete: "off", onsubmit: (event) => event.preventDefault() });
  let shown = null;

  function draw() {
    shown = interviewForm(records, model.glutealInterview, () => shown.show());
    form.replaceChildren(...shown.nodes);
    shown.show();
  }

  function clear() {
    model.glutealInterview = interviewEmpty();
    draw();
    live.say("The form is empty.");
  }

  const print = () => interviewPrint(root, records, model.glutealInterview);
  const tools = () => h("div", { class: "ic-tools" },
    h("button", { type: "button", class: "gl-button gl-main ic-print", onclick: print }, "Print"),
    h("button", { type: "button", class: "gl-button ic-clear", onclick: clear }, "Clear the form"));
  root.append(h("div", { class: "ic-head" }, h("h3", {}, records.say.title), tools()), h("p", { class: "ic-lead" }, records.say.lead, " ", records.say.private), form, tools(), live.node);
  draw();
  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  return () => releaseKeys();
}

export default { render };
