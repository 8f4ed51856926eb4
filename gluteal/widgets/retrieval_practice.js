// Retrieval practice. The page chooses from the tables that Python sends and keeps answers as every question does.

async function render({ model, el }) {
  try {
    const records = JSON.parse(await unpackText(model.get("packed")));
    if (records.format !== 1) throw new Error("its questions come in another form.");
    const shared = await sharedOf(model);
    dress(shared.get("style"));
    rvPlace.notebook = model.widget_manager.context?.path ?? "";
    return practice(records, await moduleOf(shared), model, el);
  } catch (fault) {
    console.warn("gluteal lessons:", fault);
    sentence(el, `The practice cannot be shown: ${fault.message} Run the cell again, or load the page again.`);
    return () => {};
  }
}

function practice(records, engine, model, el) {
  const root = h("div", { class: "gl gl-wide rv", role: "region", "aria-label": records.say.title });
  const stage = h("div", {}), live = liveRegion({ class: "gl-hidden" }), notice = h("p", { class: "gl-notice", hidden: true });
  const kept = rvKept(), state = { session: rvTaken(kept.take(), records), page: null, ended: null };
  const view = { records, engine, model, root, stage, live, state, keep: kept.keep };
  view.show = () => rvShow(view);
  root.append(h("h3", {}, records.say.title), stage, notice, live.node);
  const heard = () => {
    rvSynchronise(model);
    notice.textContent = model.get("notice") || pageMemory.trouble;
    notice.hidden = !notice.textContent;
    if (state.page) state.page.answered(true);
    else if (!stage.contains(document.activeElement) || !state.drawn) view.show();
    else rvRefresh(view);
  };
  const stop = onProgress(heard), releaseKeys = ownKeys(root);
  model.on("change:record change:notice", heard);
  model.on("change:lessons change:length", view.show);
  heard();
  view.show();
  el.replaceChildren(root);
  return () => {
    stop();
    releaseKeys();
    model.off("change:record change:notice", heard);
    model.off("change:lessons change:length", view.show);
    state.page?.release();
  };
}

function rvSynchronise(model) {
  const known = { ...emptyRecord(), ...model.get("record") };
  const record = mergeIntoStore(known);
  if (attemptSet(record) === attemptSet(known)) return;
  model.set("record", record);
  model.save_changes();
}

// Start, question or result.
function rvShow(view) {
  const { state, stage } = view;
  if (state.session && state.page) return;
  state.drawn = true;
  if (state.session) return rvAsk(view, false);
  stage.replaceChildren(...(state.ended ? rvEndPage(view) : rvStartPage(view)), ...rvReportPart(view));
}

// The record changed elsewhere while a control here has the focus: only the words are new.
function rvRefresh(view) {
  const part = view.stage.querySelector(".rv-all");
  part?.replaceWith(...rvReportPart(view));
  view.stage.querySelector(".rv-count")?.replaceChildren(rvCountWords(view));
}

// Questions ------------------------------------------------------------------------------------------
function rvAsk(view, moved) {
  const { state, stage, records, engine, model, keep } = view;
  state.page?.release();
  const go = (session) => {
    state.page?.release();
    state.page = null;
    if (session.place < session.queue.length) {
      keep((state.session = session));
      return rvAsk(view, true);
    }
    keep(null);
    Object.assign(state, { ended: session, session: null });
    rvShow(view);
    stage.querySelector("h4")?.focus();
  };
  const session = state.session;
  const left = () => ({ ...session, place: session.place + 1, since: rvNow() });
  state.page = rvQuestionPage(model, engine, records, session, {
    next: () => go(rvStep(session, loadRecord(), records.rule)),
    leave: () => go(left()),
    stop: () => go({ ...session, place: session.queue.length }),
  });
  stage.replaceChildren(state.page.node);
  if (!moved) return;
  state.page.where.focus({ preventScroll: true });
  if (view.root.getBoundingClientRect().top < 0) view.root.scrollIntoView({ block: "start" });
}

function rvStart(view) {
  const { state, records, model, keep } = view, bank = rvBank(view);
  const queue = rvChoose(bank, rvStandings(records.rule, loadRecord()), Date.now(), model.get("length"));
  if (!queue.length) return;
  keep((state.session = rvBegin(queue)));
  state.ended = null;
  rvAsk(view, true);
}

// The start ------------------------------------------------------------------------------------------
const rvBank = ({ records, model }) => records.items.filter((item) => model.get("lessons").includes(item.lesson));

function rvCountWords(view) {
  const bank = rvBank(view), standings = rvStandings(view.records.rule, loadRecord()), now = Date.now();
  const count = (state) => bank.filter((item) => rvState(standings.get(item.id), now) === state).length;
  if (!bank.length) return "Choose at least one lesson.";
  const parts = [["missed", "missed"], ["due", "due"], ["new", "new"], ["later", "that can wait"]].map(([state, words]) => [count(state), words]);
  return `${bank.length} questions: ${parts.filter(([many]) => many).map((part) => part.join(" ")).join(", ")}.`;
}

function rvStartPage(view) {
  const { records, model } = view, chosen = model.get("lessons");
  const write = (name, value) => {
    model.set(name, value);
    model.save_changes();
    words.replaceChildren(rvCountWords(view));
    start.disabled = !rvBank(view).length;
  };
  const box = (lesson) => h("label", { class: "rv-lesson" }, h("input", { type: "checkbox", value: lesson.id, checked: chosen.includes(lesson.id), onchange: () => write("lessons", [...boxes.querySelectorAll("input:checked")].map((one) => one.value)) }), h("span", {}, `${lesson.id} ${lesson.title}`));
  const boxes = h("div", { class: "rv-boxes" }, records.lessons.map(box));
  const all = (on) => h("button", { type: "button", class: "gl-button rv-small", onclick: () => {
    boxes.querySelectorAll("input").forEach((one) => (one.checked = on));
    write("lessons", on ? records.lessons.map((lesson) => lesson.id) : []);
  } }, on ? "All" : "None");
  const length = h("select", { onchange: (event) => write("length", Number(event.target.value)) }, model.get("lengths").map((count) => h("option", { value: count, selected: count === model.get("length") }, `${count} questions`)));
  const words = h("p", { class: "rv-count", role: "status" }, rvCountWords(view));
  const start = h("button", { type: "button", class: "gl-button gl-main rv-start", disabled: !rvBank(view).length, onclick: () => rvStart(view) }, "Start");
  return [h("p", { class: "rv-quiet" }, records.say.lead), h("fieldset", { class: "rv-choose" }, h("legend", {}, "From which lessons?"), boxes, h("div", { class: "rv-both" }, all(true), all(false))),
    h("div", { class: "rv-steps" }, h("label", { class: "rv-length" }, "Length ", length), start), words];
}

// The result -----------------------------------------------------------------------------------------
function rvEndPage(view) {
  const { records, state, model } = view, now = Date.now(), record = loadRecord();
  const report = rvReport(records, record, now), revise = rvRevise(report), coming = rvComing(records, record, now);
  const again = h("button", { type: "button", class: "gl-button gl-main rv-start", disabled: !rvBank(view).length, onclick: () => rvStart(view) }, `Practise ${model.get("length")} more`);
  const other = h("button", { type: "button", class: "gl-button", onclick: () => ((state.ended = null), rvShow(view), view.stage.querySelector("input")?.focus()) }, "Choose lessons");
  const goal = (one) => h("li", {}, `${one.text} (${one.missed} missed of ${one.answered}). `, rvLink(one.lesson, `Lesson ${one.lesson.id} ${one.lesson.title}`) ?? `Lesson ${one.lesson.id}.`);
  return [h("h4", { tabindex: "-1" }, "The result"), ...rvResult(records, state.ended, record, now),
    h("h4", {}, "What to revise"), revise.length ? h("ul", { class: "rv-revise" }, revise.map(goal)) : h("p", {}, "Nothing is missed at the moment."),
    h("h4", {}, "What comes next"), h("p", { class: "rv-coming" }, rvComingWords(records, coming)),
    h("div", { class: "rv-steps" }, again, other)];
}

// All results by objective, the sheet, and how it works: under the start and under the result.
function rvReportPart(view) {
  const { records, root, stage } = view, now = Date.now(), report = rvReport(records, loadRecord(), now);
  const open = new Set([...stage.querySelectorAll(".rv-report details[open]")].map((fold) => fold.dataset.lesson));
  const print = h("button", { type: "button", class: "gl-button rv-print", onclick: () => rvPrint(root, records, loadRecord(), Date.now()) }, "Print the summary");
  const how = h("details", { class: "rv-how" }, h("summary", {}, records.say.how), h("p", {}, records.say.rule), h("p", {}, records.say.order), h("p", {}, records.say.sure), h("p", { class: "rv-quiet" }, "Sources: ", sourceLinks(records.sources)));
  return [h("div", { class: "rv-all" }, h("h4", {}, "Your results by objective"), rvFolds(report, now, open), h("div", { class: "rv-steps" }, print), how)];
}

export default { render };
