// After a best was committed: how far the model goes, what stretches and other positions do, what was measured in bodies.

const POSITION_ROWS_AT_FIRST = 8;

function positionCompare(state, records, tell) {
  const el = h("section", { class: "ps-compare", hidden: true, tabindex: "-1", "aria-label": "Compared" });
  let shown = "";

  function verdict(line, told, best) {
    const short = told.percent - Math.round(best.percent), name = state.fixed.lines[state.index()].short;
    const how = short <= 0 ? "You found the model’s longest." : short === 1 ? "One percent short of the model’s longest: nobody could tell the two apart." : `${short} percent short of the model’s longest.`;
    const flat = told.within.map(([low, high], at) => (low === high ? "" : `${HIP_WAYS[at][0]} ${signedDegrees(low)} to ${signedDegrees(high)}`)).filter(Boolean);
    return [h("p", { class: "ps-verdict" }, how), h("p", {}, `In the model ${name} is longest at ${positionWords(told.pose)}: about ${hipSigned(told.percent)} % (${hipSigned(told.mm)} mm). `, flat.length ? `The optimum is flat: ${flat.join(", ")} holds positions that come within one percent.` : "")];
  }

  function row(name, angles, percent, kind, most) {
    const bar = h("span", { class: `ps-bar${percent < 0 ? " ps-less" : ""}`, "aria-hidden": "true" });
    bar.style.setProperty("--share", Math.min(1, Math.abs(percent) / most));
    const inside = angles.every((angle, at) => angle >= state.fixed.angles[at].low && angle <= state.fixed.angles[at].high);
    const go = inside ? h("button", { type: "button", class: "hx-chip", "aria-label": `Go to: ${name}`, onclick: () => tell.go(angles) }, "Go there") : h("span", { class: "hx-note" }, "beyond");
    return h("tr", { class: `ps-${kind}` }, h("th", { scope: "row" }, name), h("td", { class: "ps-angles" }, positionWords(angles)), h("td", {}, bar, h("span", { class: "hx-number" }, `${hipSigned(percent)} %`)), h("td", {}, go));
  }

  function table(line, told, best) {
    const at = state.indexOf(line), most = told.gauge[1], one = (name, angles, percent, kind) => [percent, row(name, angles, percent, kind, most), kind];
    const rows = (list, kind) => list.map(({ name, pose, percent }) => one(name, pose, percent[at], kind));
    const all = [one("Your best", best.angles, best.percent, "own"), one("The model’s longest within the sliders", told.pose, told.percent, "model"), ...rows(records.stretches, "stretch"), ...rows(records.others, "other")];
    all.sort((a, b) => b[0] - a[0]);
    const later = all.filter(([, , kind], place) => place >= POSITION_ROWS_AT_FIRST && !["own", "model"].includes(kind)).map(([, node]) => node);
    later.forEach((node) => { node.hidden = true; });
    const more = h("button", { type: "button", class: "hx-chip ps-more", onclick: () => {
      later.forEach((node) => { node.hidden = false; });
      more.remove();
      later[0].querySelector("button, th").focus();
    } }, `Show the ${later.length} others`);
    const head = h("tr", {}, ...["Position", "Hip, about", "Length against standing", "Look"].map((words) => h("th", { scope: "col" }, words)));
    return h("div", { class: "ps-table" }, h("table", {}, h("caption", {}, `Longest first. ${records.say.drawn}`), h("thead", {}, head), h("tbody", {}, ...all.map(([, node]) => node))), more);
  }

  function bodies(told) {
    if (!told.found.length) return [h("h3", {}, "In bodies"), h("p", {}, records.say.unmeasured)];
    const rows = told.found.map((one) => h("li", {}, h("strong", {}, `${one.mark[0]} ${one.mark[1]}. `), `${one.finding} (${one.who}). `, h("em", {}, `Model: ${one.model}. `), h("span", { "aria-hidden": "true" }, `${one.grade[0]} `), h("span", { class: "gl-hidden" }, `Grade ${one.grade[1]}. `), ...sourceLinks([one.source])));
    return [h("h3", {}, "In bodies: what agrees, and what does not"), h("ul", { class: "ps-found" }, ...rows)];
  }

  function show() {
    const line = state.line(), best = state.best(), done = state.committed().includes(line) && best;
    el.hidden = !done;
    const key = done ? `${line} ${positionKey(best.angles)}` : "";
    if (key === shown) return;
    shown = key;
    if (!done) return;
    const told = records.lines[line];
    el.replaceChildren(h("h3", {}, "Compared"), ...verdict(line, told, best), table(line, told, best), ...bodies(told));
  }
  return { el, show };
}

const signedDegrees = (angle) => `${angle < 0 ? "−" : ""}${Math.abs(Math.round(angle))}°`;
