// State of the explorer: the traits, checked, and the pose looked up once for each change.

const HIP_ANGLES = ["flexion_deg", "adduction_deg", "rotation_deg", "knee_flexion_deg"];

function hipState(model, fixed, table) {
  const get = (name) => model.get(name);
  const indexOf = (id) => fixed.lines.findIndex((line) => line.id === id);

  function pose() {
    const stored = get("pose") ?? {};
    return HIP_ANGLES.map((name, at) => {
      const value = Number(stored[name] ?? 0), { low, high } = fixed.angles[at];
      return Number.isFinite(value) ? Math.min(high, Math.max(low, value)) : 0;
    });
  }

  // A state that no control can make: said, not hidden.
  function fault() {
    const stored = get("pose") ?? {};
    for (const [at, name] of HIP_ANGLES.entries()) {
      const value = stored[name] ?? 0, { low, high } = fixed.angles[at];
      if (typeof value !== "number" || !Number.isFinite(value) || value < low || value > high) return `${name} is ${value}: shown is the nearest of ${low} to ${high} degrees.`;
    }
    if (indexOf(get("line")) < 0) return `There is no line “${get("line")}”: shown is the piriformis.`;
    return "";
  }

  const line = () => Math.max(0, indexOf(get("line")) < 0 ? indexOf("piri") : indexOf(get("line")));
  const variant = () => (get("variant") === "head24" ? "head24" : "via");
  const zoom = () => (get("zoom") === "whole" ? "whole" : "near");
  const shown = () => new Set((get("shown") ?? []).filter((id) => indexOf(id) >= 0));
  const shortening = () => Math.min(fixed.most_shortening_mm, Math.max(0, Number(get("shortening_mm")) || 0));

  function now() {
    const angles = pose(), found = hipSolve(table, angles, variant());
    return { pose: angles, ...found, line: line(), variant: variant(), zoom: zoom(), shown: shown(), shortening: shortening() };
  }

  return { fixed, table, get, pose, fault, now, indexOf };
}

const HIP_TRAITS = ["pose", "line", "shown", "variant", "shortening_mm", "zoom"];

// Changes go to the model at once; saved for Python and painted once for each frame.
function hipChanges(model, paint, traits = HIP_TRAITS) {
  let frame = 0, saving = 0;
  function wake() {
    frame ||= requestAnimationFrame(() => {
      frame = 0;
      paint();
    });
  }
  function change(values) {
    for (const [name, value] of Object.entries(values)) model.set(name, value);
    clearTimeout(saving);
    saving = setTimeout(() => model.save_changes(), 150);
    wake();
  }
  for (const name of traits) model.on(`change:${name}`, wake);
  function stop() {
    cancelAnimationFrame(frame);
    clearTimeout(saving);
    for (const name of traits) model.off(`change:${name}`, wake);
  }
  return { change, stop };
}

// --- words ---------------------------------------------------------------------------------------------------
const hipSigned = (value) => (Math.round(value) > 0 ? `+${Math.round(value)}` : Math.round(value) < 0 ? `−${Math.abs(Math.round(value))}` : "0");
const hipPercent = (table, index, one) => (100 * one.change) / table.neutral_mm[index];
const hipTurns = (arm) => (Math.round(arm) > 0 ? "inward" : Math.round(arm) < 0 ? "outward" : "neither way");
const HIP_WAYS = [["flexion", "extension"], ["adduction", "abduction"], ["internal rotation", "external rotation"]];

function hipPoseWords(pose) {
  const parts = pose.slice(0, 3).map((angle, at) => (Math.round(angle) ? `${Math.abs(Math.round(angle))}° of ${HIP_WAYS[at][angle > 0 ? 0 : 1]}` : ""));
  const said = parts.filter(Boolean).join(", ") || "Neutral";
  return Math.round(pose[3]) ? `${said}, knee bent ${Math.round(pose[3])}°` : said;
}
