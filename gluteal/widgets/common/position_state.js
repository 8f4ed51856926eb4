// State of the position search: the traits, checked, and the pose looked up once for each change.

const POSITION_TRAITS = ["line", "pose", "best", "kept", "committed"], POSITION_MOST_KEPT = 8;
const positionKey = (angles) => angles.map((angle) => Math.round(angle)).join(" ");

function positionState(model, fixed, table, records) {
  const get = (name) => model.get(name);
  const own = { line: () => (records.lines[get("line")] ? get("line") : "piri"), variant: () => "head24", zoom: () => "whole", shown: () => [], shortening_mm: () => 0, pose: () => get("pose") };
  const hip = hipState({ get: (name) => own[name]() }, fixed, table);
  const anglesOf = (pose) => HIP_ANGLES.slice(0, 3).map((name, at) => Math.min(fixed.angles[at].high, Math.max(fixed.angles[at].low, Number(pose?.[name]) || 0)));
  const poseOf = (angles) => Object.fromEntries(angles.slice(0, 3).map((angle, at) => [HIP_ANGLES[at], Math.round(Math.min(fixed.angles[at].high, Math.max(fixed.angles[at].low, angle)))]));
  const line = () => own.line(), index = () => hip.indexOf(line()), angles = () => anglesOf(get("pose"));
  const committed = () => [get("committed")].flat().filter((id) => records.lines[id]);

  // Change of a line in a position, mm and percent, knee straight.
  function change(id, at) {
    const one = hipLine(table, hip.indexOf(id), hipFrame(at), 0, "head24");
    return { mm: one.change, percent: hipPercent(table, hip.indexOf(id), one), bent: one.through };
  }

  function best(id = line()) {
    const stored = (get("best") ?? {})[id];
    return stored ? { angles: anglesOf(stored), ...change(id, anglesOf(stored)) } : null;
  }

  const kept = () => [get("kept")].flat().filter((one) => records.lines[one?.line]).slice(0, POSITION_MOST_KEPT).map((one) => ({ line: one.line, angles: anglesOf(one.pose) }));

  // What to store of a new position: itself, and as the best where it is longer and none was committed yet.
  function moved(at, id = line()) {
    const values = { pose: poseOf(at) }, found = anglesOf(values.pose), before = best(id), now = change(id, found);
    const longer = now.mm > (before ? before.mm + 0.05 : 0.5);
    if (longer && !committed().includes(id)) values.best = { ...get("best"), [id]: values.pose };
    return values;
  }

  // For the pictures: the hip as it is, with the knee bent along so that the leg does not stick out.
  function picture() {
    const at = angles(), now = hip.now();
    return { ...now, ...hipSolve(table, [...at, 0], "head24"), pose: [...at, Math.min(90, Math.max(0, at[0]))] };
  }

  return { ...hip, fixed, table, get, pose: () => [...angles(), 0], line, index, angles, anglesOf, poseOf, committed, change, best, kept, moved, picture };
}

const positionWords = (angles) => hipPoseWords([...angles, 0]);
const positionLonger = ({ percent, mm }) => `about ${hipSigned(percent)} % (${hipSigned(mm)} mm)`;
