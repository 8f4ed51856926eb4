// The answer to a patch, judged by the tables that Python sent, and the record of all answers.

const MOST_RECORDED = 500;

// Returns what is stored in the trait `result`.
function palpJudge(pack, trial, muscle, { mark, said, presses }) {
  const { limits, tables } = pack;
  const marked = said !== "none";
  const distance = marked ? Math.hypot(mark[0] - trial.spot[0], mark[1] - trial.spot[1]) : null;
  const outcome = palpOutcome(trial.hasTriggerPoint, marked, distance <= limits["found-distance"]);
  const right = outcome === "hit" && said === trial.kind;
  const few = look(tables.press_points, presses);
  const points = { "correct-rejection": limits["points-none"] + few, hit: limits["points-found"] + look(tables.place_points, distance ?? 0) + (right ? limits["points-kind"] : 0) + few };
  return {
    seed: trial.seed, muscle: muscle.id, kind: trial.kind, mark: marked ? mark : null, said, outcome, presses,
    distance_mm: marked && trial.hasTriggerPoint ? Math.round(distance * 10) / 10 : null,
    kind_right: right, points: Math.round(points[outcome] ?? 0),
  };
}

function palpOutcome(there, marked, near) {
  if (!there) return marked ? "false-alarm" : "correct-rejection";
  return marked ? (near ? "hit" : "elsewhere") : "miss";
}

// Counting, and shares of what was counted.
function palpTally(record) {
  const count = (outcome) => record.filter((one) => one.outcome === outcome).length;
  const [hits, elsewhere, misses, alarms, rejections] = ["hit", "elsewhere", "miss", "false-alarm", "correct-rejection"].map(count);
  const marks = record.map((one) => one.distance_mm).filter((one) => typeof one === "number");
  return {
    total: record.length, hits, elsewhere, misses, alarms, rejections,
    sensitivity: [hits, hits + elsewhere + misses], specificity: [rejections, rejections + alarms],
    distance: marks.length ? marks.reduce((sum, one) => sum + one, 0) / marks.length : null,
  };
}

const OUTCOME_IDS = ["hit", "elsewhere", "miss", "false-alarm", "correct-rejection"];
const isAnswer = (one) => Boolean(one) && typeof one === "object" && OUTCOME_IDS.includes(one.outcome);
