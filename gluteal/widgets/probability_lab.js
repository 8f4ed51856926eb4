// Probability lab: everything on the page follows the model's traits. A control changes a trait, paint() shows it.

function render({ model, el }) {
  try {
    const records = model.get("records");
    if (records?.format !== 1) throw new Error("This lab was made by another version of the lessons.");
    return probabilityLab(model, el, records);
  } catch (fault) {
    sentence(el, `The probability lab cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
  }
}

function probabilityLab(model, el, records) {
  const state = probState(model, records), live = liveRegion({ class: "gl-hidden" });
  const changes = probChanges(model, () => safely(paint));

  // done: the hand has let go. Only then is it announced.
  function set(values, done) {
    changes.change(values);
    if (done) announce();
  }

  function announce() {
    const now = state.compute(), { outcome, second } = now;
    const both = second ? ` After both tests ${probRange([second.before, second.after].sort((a, b) => a - b))}.` : "";
    live.say(`${probPercent(now.settings.pre)} before the test, ${probPercent(now.first[outcome])} after a ${outcome} result.${both}`);
  }

  const about = probAbout(state), controls = probControls(state, set), people = probPeople(set, about.caveat);
  const nomogram = probNomogram(state), second = probSecondPart(state, set);
  const alarm = h("p", { class: "pl-alarm", role: "alert", hidden: true });
  const root = h("div", { class: "gl pl gl-wide", role: "region", "aria-label": "Probability lab" },
    h("div", { class: "pl-body" }, alarm, controls.el, people.el, nomogram.el, second.el, about.el), live.node);

  // Never a blank: whatever goes wrong while painting becomes a sentence in place of the lab.
  function safely(act) {
    try {
      act();
    } catch (fault) {
      stop();
      sentence(el, `The probability lab could not show this (${fault.message}). Run the cell again, or load the page again.`);
    }
  }

  function paint() {
    const now = state.compute(), fault = state.fault();
    alarm.hidden = !fault;
    putText(alarm, fault);
    for (const part of [controls, people, nomogram, second, about]) part.show(now);
    if (!fault) model.set("result", probResult(now));
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
