// What was committed in a case room. Nothing that is committed is ever changed; a case can only be begun again.

const CASE_STAGES = ["history", "drawing", "examination", "hypothesis", "plan"];

function caseState(model, records) {
  const kept = sessionKept("case-room", model.get("case_ids"));
  const of = (one) => model.get("decisions")?.[one.id] ?? {};
  const known = (stage, ids) => Array.isArray(ids) && ids.length === stage.picks && ids.every((id) => stage.options.some((option) => option.id === id));

  // The stages committed in their order; what stands after a gap was never reached.
  function committed(one) {
    const given = of(one), found = [];
    for (const stage of one.stages) {
      if (!known(stage, given[stage.id])) break;
      found.push(stage.id);
    }
    return found;
  }

  function put(decisions) {
    model.set("decisions", decisions);
    model.save_changes();
    kept.keep({ decisions, current: model.get("current") });
  }

  const write = (one, change) => put({ ...model.get("decisions"), [one.id]: { ...of(one), ...change } });

  function commit(one, stage, ids) {
    const before = committed(one);
    if (before.includes(stage.id) || CASE_STAGES[before.length] !== stage.id || !known(stage, ids)) return false;
    write(one, { [stage.id]: ids });
    return true;
  }

  function choose(id) {
    model.set("current", id);
    model.save_changes();
    kept.keep({ decisions: model.get("decisions"), current: id });
  }

  // What a page without a kernel knew before it was loaded again.
  function restore() {
    const before = kept.take();
    if (!before || typeof before !== "object") return;
    if (before.decisions && typeof before.decisions === "object") model.set("decisions", before.decisions);
    if (before.current === "" || records.cases.some((one) => one.id === before.current)) model.set("current", before.current);
  }

  return {
    chosen: (one, stage) => (known(stage, of(one)[stage.id]) ? of(one)[stage.id] : []),
    committed, commit, choose, restore,
    wishes: (one) => of(one).wishes ?? null,
    wish: (one, wishes) => of(one).done || write(one, { wishes }),
    done: (one) => of(one).done === true && committed(one).length === CASE_STAGES.length,
    finish: (one) => write(one, { done: true }),
    again: (one) => put(Object.fromEntries(Object.entries(model.get("decisions") ?? {}).filter(([id]) => id !== one.id))),
    current: () => records.cases.find((one) => one.id === model.get("current")) ?? null,
  };
}

const caseRight = (stage, chosen) => chosen.filter((id) => stage.options.find((option) => option.id === id)?.right).length;
