// What the referral explorer's traits mean for the page: who is shown, under which letter, what is wrong.

const REFERRAL_FORMAT = 1;
const REFERRAL_TRAITS = ["points", "selected", "pressure", "mode", "compare", "view", "side", "skeleton", "region", "plate", "depth", "keep", "query"];
const REFERRAL_CHOICES = { mode: ["overlay", "difference", "side-by-side"], view: ["all", "posterior", "lateral", "anterior"], side: ["right", "left", "both"], plate: ["posterior", "lateral"] };
const MOST_SHOWN = 6;

async function fetchRecords(model) {
  const packed = model.get("packed");
  if (!packed) throw new Error("The referral patterns did not come with this page.");
  let records;
  try {
    records = JSON.parse(await unpackText(packed));
  } catch {
    throw new Error("The referral patterns of this page are damaged.");
  }
  if (records?.format !== REFERRAL_FORMAT) throw new Error("The referral patterns were made by another version of the lessons.");
  return records;
}

function referralState(model, records) {
  const { patterns, looks } = records;
  const get = (name) => model.get(name);
  const known = (id) => Object.hasOwn(patterns, id);
  const list = (value) => (Array.isArray(value) ? value : []);
  const points = () => [...new Set(list(get("points")).filter(known))].slice(0, MOST_SHOWN);
  const mode = () => (REFERRAL_CHOICES.mode.includes(get("mode")) ? get("mode") : "overlay");
  const comparing = () => mode() !== "overlay";
  const name = (id) => patterns[id]?.name ?? id;
  const pressure = () => {
    const value = Number(get("pressure"));
    return Number.isFinite(value) ? Math.min(100, Math.max(0, value)) : 0;
  };

  // A and B of the comparing modes: the first point, and `compare` or else the next one.
  function pair() {
    const [first, ...others] = points();
    const second = known(get("compare")) && get("compare") !== first ? get("compare") : others[0];
    return [first ?? "", second ?? ""];
  }

  const shown = () => (comparing() ? pair().filter(Boolean) : points());
  const lookOf = (id) => looks[Math.max(0, shown().indexOf(id)) % looks.length];
  const letterOf = (id) => (shown().includes(id) ? lookOf(id).letter : "");
  const isPressed = (id) => patterns[id]?.source === "trigger-point";
  const isOn = (id) => shown().includes(id);
  const chartIds = () => {
    const lateral = get("side") === "left" ? "lateral-left" : "lateral-right";
    const all = { posterior: "posterior", lateral, anterior: "anterior" };
    return all[get("view")] ? [all[get("view")]] : Object.values(all);
  };
  const sides = () => (get("side") === "both" ? ["right", "left"] : [get("side") === "left" ? "left" : "right"]);

  // What is wrong with the traits, in one sentence; "" when all is well.
  function fault() {
    const strange = list(get("points")).find((id) => !known(id));
    if (!Array.isArray(get("points")) || strange !== undefined) return `There is no point “${strange ?? get("points")}” here. Choose one in the list.`;
    for (const [trait, choices] of Object.entries(REFERRAL_CHOICES)) if (!choices.includes(get(trait))) return `This explorer has no ${trait} “${get(trait)}”. Choose ${choices.join(", ")}.`;
    for (const trait of ["compare", "selected"]) if (get(trait) && !known(get(trait))) return `There is no point “${get(trait)}” here. Choose one in the list.`;
    if (get("region") && !records.regions.some((one) => one.id === get("region"))) return `There is no body region “${get("region")}” here. Choose one under “Where does it hurt?”.`;
    if (!(Number(get("pressure")) >= 0 && Number(get("pressure")) <= 100)) return "The pressure of this page is not a number from 0 to 100. Move the slider.";
    if (comparing() && shown().length < 2) return "To compare, choose two points: A and B.";
    return "";
  }

  return { get, records, patterns, known, points, mode, comparing, name, pressure, pair, shown, lookOf, letterOf, isOn, isPressed, chartIds, sides, fault };
}

// One picture for one change, however many traits it sets: at once for our own changes, at the end of the task for
// changes from elsewhere. Returns { change, stop }.
function referralChanges(model, paint) {
  let stale = false;
  const flush = () => {
    if (!stale) return;
    stale = false;
    paint();
  };
  const soon = () => {
    if (!stale) queueMicrotask(flush);
    stale = true;
  };
  for (const trait of REFERRAL_TRAITS) model.on(`change:${trait}`, soon);
  return {
    change(values) {
      for (const [trait, value] of Object.entries(values)) model.set(trait, value);
      model.save_changes();
      flush();
    },
    stop() {
      stale = false;
      for (const trait of REFERRAL_TRAITS) model.off(`change:${trait}`, soon);
    },
  };
}
