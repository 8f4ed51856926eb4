// What lasts: the traits, read so that nonsense in a saved page is told and can be left.

function palpState(model, pack) {
  const get = (name) => model.get(name);
  const muscle = () => pack.muscles.find((one) => one.id === get("muscle")) ?? pack.muscles[0];
  const mode = () => (pack.words.modes.some((one) => one.id === get("mode")) ? get("mode") : "guided");
  const seed = () => (Number.isInteger(get("seed")) && get("seed") >= 0 ? get("seed") : pack.first);
  const most = pack.limits["force-most"];
  const made = new Map();

  // After the last trial the first comes again.
  function rowOf(own) {
    const count = own.trials.length;
    const place = (((seed() - pack.first) % count) + count) % count;
    return own.trials[place];
  }

  function trial() {
    const own = muscle();
    const row = mode() === "trial" ? rowOf(own) : own[mode()];
    const key = `${own.id} ${mode()} ${row[0]}`;
    if (!made.has(key)) made.set(key, palpationPatch(pack, own, row));
    return made.get(key);
  }

  // The answer that belongs to the patch that is shown.
  function answered() {
    const result = get("result");
    const fits = isAnswer(result) && result.muscle === muscle().id && result.seed === trial().seed && mode() === "trial" && pack.words.kinds[result.kind];
    return fits ? result : null;
  }

  function fault() {
    const known = pack.muscles.map((one) => one.id);
    if (!known.includes(get("muscle"))) return `There is no patch of “${get("muscle")}”. ${muscle().name} is shown; choose another one above.`;
    if (mode() !== get("mode")) return `The trainer does not know “${get("mode")}”. Choose what to do above.`;
    if (seed() !== get("seed")) return `“${get("seed")}” is no number of a patch. Patch ${pack.first} is shown.`;
    if (typeof get("force_n") !== "number" || get("force_n") < 0 || get("force_n") > most) return `The pressure goes from 0 to ${most} N.`;
    return "";
  }

  function prompt(own) {
    if (mode() === "normal") return `Normal muscle: ${muscle().name}. Learn what it feels like.`;
    if (mode() === "guided") return `${muscle().name}: one patch with everything in it, in three steps.`;
    return answered() ? `Patch ${own.seed}: the skin is taken away.` : `Patch ${own.seed}: is there a trigger point? If so, where, and is it active?`;
  }

  let watcher = null;
  let stale = false;
  const flush = () => {
    if (!stale) return;
    stale = false;
    watcher?.();
  };
  const changed = () => {
    if (!stale) queueMicrotask(flush);
    stale = true;
  };

  return {
    get, muscle, mode, trial, answered, fault, prompt,
    force: () => within(typeof get("force_n") === "number" ? get("force_n") : 0, 0, most),
    record: () => (Array.isArray(get("record")) ? get("record").filter(isAnswer) : []),
    // The fibres may be seen where nothing is to be found out, and after the answer.
    through: () => Boolean(get("see_through")) && (mode() !== "trial" || Boolean(answered())),
    nextSeed: () => pack.first + ((seed() - pack.first + 1) % muscle().trials.length),
    change(values) {
      for (const [name, value] of Object.entries(values)) model.set(name, value);
      model.save_changes();
      flush();
    },
    watch(act) {
      watcher = act;
      for (const name of TRAINER_TRAITS) model.on(`change:${name}`, changed);
    },
    stop() {
      watcher = null;
      for (const name of TRAINER_TRAITS) model.off(`change:${name}`, changed);
    },
  };
}
