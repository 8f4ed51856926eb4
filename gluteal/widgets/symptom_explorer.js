// Symptom explorer: everything on the page follows the model's traits. An answer changes a trait, paint() shows it.

async function render({ model, el }) {
  el.replaceChildren(h("p", { class: "gl", role: "note" }, "The questions are being loaded."));
  try {
    return symptomExplorer(model, el, await sympTables(model));
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The symptom explorer cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
  }
}

function symptomExplorer(model, el, table) {
  const state = sympState(model, table), live = liveRegion({ class: "gl-hidden" });
  const changes = sympChanges(model, () => safely(paint));

  // --- what a learner does ---------------------------------------------------------------------------------
  function set(values) {
    changes.change(values);
    announce();
  }

  const answer = (id, value) => set(sympAnswered(state, "findings", table.features, id, value));
  const flag = (id, value) => set(sympAnswered(state, "red_flags", table.redFlags, id, value));
  const choose = (id) => changes.change({ shown: id });
  const start = (example) => set({ findings: { ...example.findings }, red_flags: { ...example.red_flags }, shown: "" });

  function clear() {
    set({ findings: {}, red_flags: {}, shown: "" });
    live.say("All answers are taken back.");
  }

  function announce() {
    const { state: kind, list, urgent, open, contradictions } = state.compute();
    if (kind === "red-flag") return live.say(`Red flag. ${urgent[0].action}`);
    if (kind === "unanswered") return live.say(`${sympCount(open.length, "question")} about red flags still open.`);
    const clash = contradictions.length ? ` ${sympCount(contradictions.length, "pair")} of answers ${contradictions.length === 1 ? "does" : "do"} not go together.` : "";
    live.say(`First ${list[0].short}, ${sympCount(list[0].score, "point")}; then ${list[1].short}, ${list[1].score}.${clash}`);
  }

  // --- the parts of the page -------------------------------------------------------------------------------
  const flags = sympFlags(table, flag), checks = sympChecks(table, answer, live.say), bars = sympBars(table, choose), why = sympWhy(table);
  const aside = sympAside(table, checks.go);
  const examples = table.examples.map((one) => h("button", { type: "button", class: "sx-example", "data-id": one.id, onclick: () => start(one) }, one.title));
  const note = h("p", { class: "sx-note sx-example-note" }), alarm = h("p", { class: "sx-alarm", role: "alert", hidden: true });
  const urgent = h("div", { class: "sx-first", role: "alert" });
  const sticky = h("button", { type: "button", class: "sx-sticky", onclick: () => result.scrollIntoView({ block: "start" }) });
  const result = h("section", { class: "sx-result", "aria-label": "Ranking" }, h("h3", { class: "sx-step" }, "3. What to think of next"), urgent, aside.remarks, aside.clash, bars.el, aside.again, aside.apart, aside.dependence, aside.how);
  const root = h("div", { class: "gl sx gl-wide", role: "region", "aria-label": "Symptom explorer" },
    h("div", { class: "sx-top" }, h("div", { class: "sx-examples", role: "group", "aria-label": "Made-up people to begin with" }, examples),
      h("div", { class: "sx-tools" }, h("button", { type: "button", class: "gl-button sx-print", onclick: () => sympPrint(root, table, state.compute()) }, "Print"), h("button", { type: "button", class: "gl-button sx-clear", onclick: clear }, "Clear all")), note, alarm),
    h("div", { class: "sx-body" }, sticky, h("div", { class: "sx-asked" }, flags.el, checks.el), result, why.el), live.node);

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the explorer.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      console.warn("gluteal lessons:", fault);
      sentence(el, `The symptom explorer could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint() {
    const now = state.compute(), fault = state.fault();
    alarm.hidden = !fault;
    putText(alarm, fault);
    for (const button of examples) putAttribute(button, "aria-pressed", button.dataset.id === now.example?.id);
    putText(note, now.example ? `${now.example.note} ${table.say.made_up}` : table.say.note);
    for (const part of [flags, checks, bars, why, aside]) part.show(now);
    sympFill(urgent, now.urgent.length, () => sympAlarm(table, now.urgent));
    putText(sticky, now.state === "red-flag" ? "A red flag comes first: what to do" : now.state === "unanswered" ? `${now.open.length} red flags still to ask` : `${now.list[0].short} ${sympSigned(now.list[0].score)}, ${now.list[1].short} ${sympSigned(now.list[1].score)}: see why`);
    root.dataset.state = now.state;
    if (!fault) model.set("result", sympResult(now));
  }

  function stop() {
    releaseKeys();
    changes.stop();
  }

  const releaseKeys = ownKeys(root);
  el.replaceChildren(root);
  safely(paint);
  return () => {
    stop();
    el.replaceChildren();
  };
}

export default { render };
