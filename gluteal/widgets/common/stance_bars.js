// Forces as bars in multiples of body weight, beside what was measured in people, on one axis.

function stanceBars(state, uncover) {
  const { records } = state;
  const row = (kind, name) => {
    const value = h("span", { class: "ss-row-value" }), under = h("span", { class: "ss-row-under" }), track = h("div", { class: "ss-track", "aria-hidden": "true" });
    return { value, under, track, el: h("div", { class: `ss-row ss-${kind}` }, h("div", { class: "ss-row-words" }, h("span", {}, name), value, under), track) };
  };
  const asked = row("asked", "Abductors: asked"), joint = row("joint", "Hip joint: bears");
  const measured = records.measured.map((one) => ({ one, ...row("measured", one.name) }));
  for (const { one, value, under } of measured) {
    putText(value, `${stanceNumber(one.value)} ×`);
    putText(under, [one.low === null ? "" : `${stanceNumber(one.low)} to ${stanceNumber(one.high)}`, `n = ${one.n}`].filter(Boolean).join("; "));
  }
  const cover = h("button", { type: "button", class: "gl-button ss-uncover", onclick: () => uncover() });
  const axes = [], ticks = () => {
    axes.push(h("div", { class: "ss-ticks" }));
    return h("div", { class: "ss-row ss-axis", "aria-hidden": "true" }, h("div", {}), axes.at(-1));
  };
  const key = h("p", { class: "ss-note" });
  const mine = h("div", { class: "ss-mine" }, asked.el, joint.el), hidden = h("p", { class: "ss-covered" }, "Covered. What do you expect: more or less than upright? Say it, then look.");
  const list = h("details", { class: "ss-measured", open: true }, h("summary", {}, "Measured in people with an instrumented hip joint"), ...measured.map((one) => one.el), ticks(),
    h("p", { class: "ss-note" }, h("span", { role: "img", "aria-label": records.grades[records.measured[0].grade].name }, records.grades[records.measured[0].grade].symbol), " ", ...sourceLinks(stanceSources(records.measured)), `. ${records.measured[0].note}. Movement, muscles that a model leaves out, and other bodies: expect the same size, not the same number.`));
  const el = h("section", { class: "ss-bars", "aria-label": "Forces" }, h("div", { class: "ss-bars-head" }, h("h3", {}, "Forces, in multiples of body weight"), cover), mine, hidden, ticks(), key);
  const beside = h("section", { class: "ss-beside", "aria-label": "Measured forces" }, list);

  function show(now) {
    const covered = state.covered(), { held, upright } = now, top = Math.max(5, Math.ceil(Math.max(held.joint_bw, held.abductor_bw)));
    const at = (value) => `${((100 * Math.min(value, top)) / top).toFixed(2)}%`;
    mine.hidden = covered;
    hidden.hidden = !covered;
    putText(cover, covered ? "Show the forces" : "Cover the forces to predict");
    own(asked, held.abductor_bw, upright.abductor_bw, `${stanceNewtons(held.abductor_n)}; can give ${stanceNewtons(held.available_n)}`, at);
    own(joint, held.joint_bw, upright.joint_bw, `${stanceNewtons(held.joint_n)}, ${held.tilt_deg.toFixed(0)}° from the vertical`, at);
    asked.track.append(h("span", { class: "ss-limit", style: `left:${at(held.available_n / held.weight_n)}` }));
    if (held.passive_n > 0) asked.track.append(h("span", { class: "ss-missing", style: `left:${at(held.available_n / held.weight_n)};right:calc(100% - ${at(held.abductor_bw)})` }));
    for (const { one, track } of measured) marks(track, one, at, top);
    for (const axis of axes) axis.replaceChildren(...Array.from({ length: top + 1 }, (_, i) => h("span", { style: `left:${at(i)}` }, i)));
    putText(key, covered ? "" : "Dashed line: what the muscles can give. Open mark: the same person upright, hands empty.");
  }

  function own({ value, under, track }, times, before, words, at) {
    putText(value, `${stanceTimes(times)} ×`);
    putText(under, words);
    track.replaceChildren(h("span", { class: "ss-bar", style: `width:${at(times)}` }), h("span", { class: "ss-before", style: `left:${at(before)}` }));
  }

  function marks(track, one, at, top) {
    const span = one.low === null ? [] : [h("span", { class: "ss-span", style: `left:${at(one.low)};right:calc(100% - ${at(one.high)})` })];
    track.replaceChildren(...span, one.value <= top ? h("span", { class: "ss-dot", style: `left:${at(one.value)}` }) : h("span", { class: "ss-beyond" }, "›"));
  }
  return { el, beside, show };
}

function stanceSources(list) {
  return [...new Map(list.map((one) => [one.source.key, one.source])).values()];
}
