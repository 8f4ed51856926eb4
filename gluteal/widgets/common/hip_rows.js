// The table of the lines: it is the picture in words and numbers, with bars; it also chooses what is drawn.

const HIP_MOST_PERCENT = 50, HIP_MOST_ARM = 60;

function hipBar(kind) {
  const fill = h("span", { class: "hx-fill" }), el = h("span", { class: `hx-bar hx-bar-${kind}`, "aria-hidden": "true" }, fill);
  function show(share) {
    const part = Math.max(-1, Math.min(1, share)) * 50;
    fill.style.left = `${part < 0 ? 50 + part : 50}%`;
    fill.style.width = `${Math.abs(part)}%`;
    fill.classList.toggle("hx-less", part < 0);
  }
  return { el, show };
}

function hipRow(line, index, state, tell) {
  const drawn = h("input", { type: "checkbox", "aria-label": `Draw ${line.short}`, onchange: () => tell.draw(line.id, drawn.checked) });
  const pick = h("button", { type: "button", class: "hx-pick", onclick: () => tell.choose(line.id) }, h("span", { class: "hx-swatch", style: `background:${line.colour}`, "aria-hidden": "true" }), line.short);
  const length = hipBar("length"), arm = hipBar("arm"), change = h("span", { class: "hx-number" }), turn = h("span", { class: "hx-number" }), flag = h("span", { class: "hx-flag" });
  const el = h("tr", { "data-line": line.id }, h("th", { scope: "row" }, h("div", { class: "hx-name" }, drawn, pick)), h("td", {}, length.el, change), h("td", {}, arm.el, turn), h("td", { class: "hx-flag-cell" }, flag));

  function show(now) {
    const one = now.lines[index], percent = hipPercent(state.table, index, one);
    length.show(percent / HIP_MOST_PERCENT);
    arm.show(one.arms[2] / HIP_MOST_ARM);
    putText(change, `${hipSigned(percent)} % (${hipSigned(one.change)} mm)`);
    putText(turn, Math.round(one.arms[2]) ? `${hipTurns(one.arms[2])} ${Math.abs(Math.round(one.arms[2]))} mm` : "neither way");
    putText(flag, one.through ? (now.variant === "via" ? "through the head" : "bent over the head") : "");
    drawn.checked = now.shown.has(line.id) || index === now.line;
    drawn.disabled = index === now.line;
    putAttribute(pick, "aria-pressed", index === now.line);
    el.classList.toggle("hx-on", index === now.line);
  }
  return { el, show };
}

function hipRows(state, tell) {
  const rows = state.fixed.lines.map((line, index) => hipRow(line, index, state, tell));
  const head = h("tr", {}, h("th", { scope: "col" }, "Line (tick: drawn)"), h("th", { scope: "col" }, "Length, about, against standing"), h("th", { scope: "col" }, "Turns the thigh, about"), h("th", { scope: "col" }, "Note"));
  const all = h("button", { type: "button", class: "hx-chip", onclick: () => tell.drawAll(true) }, "Draw all"), none = h("button", { type: "button", class: "hx-chip", onclick: () => tell.drawAll(false) }, "Only the chosen");
  const el = h("div", { class: "hx-rows" },
    h("table", {}, h("caption", {}, "Thirteen lines in this pose. The arm says how many millimetres from the axis of rotation the line pulls; inward is internal rotation."), h("thead", {}, head), h("tbody", {}, ...rows.map((row) => row.el))),
    h("div", { class: "hx-chips" }, all, none));
  return { el, show: (now) => rows.forEach((row) => row.show(now)) };
}

// What the chosen line does, in a sentence.
function hipSays(state, now) {
  const one = now.lines[now.line], percent = hipPercent(state.table, now.line, one), name = state.fixed.lines[now.line].short;
  const length = Math.round(percent) ? `about ${Math.abs(Math.round(percent))} % ${percent > 0 ? "longer" : "shorter"} than standing` : "about as long as standing";
  const turn = Math.round(one.arms[2]) ? `pulling, it turns the thigh ${hipTurns(one.arms[2])} (arm about ${Math.abs(Math.round(one.arms[2]))} mm)` : "pulling, it turns the thigh neither way";
  return `${name}: ${length}; ${turn}.`;
}

function hipSaying(state) {
  const words = h("p", { class: "hx-says" }), others = h("p", { class: "hx-note" }), flag = h("p", { class: "hx-warn", hidden: true });
  const arm = (value, at) => {
    const whole = Math.round(value);
    return whole ? `${HIP_WAYS[at][whole > 0 ? 0 : 1]} (${Math.abs(whole)} mm)` : `neither ${HIP_WAYS[at].join(" nor ")}`;
  };
  function show(now) {
    const one = now.lines[now.line];
    putText(words, hipSays(state, now));
    putText(others, `It also pulls towards ${arm(one.arms[0], 0)} and ${arm(one.arms[1], 1)}.`);
    flag.hidden = !one.through;
    flag.classList.toggle("hx-mild", now.variant !== "via");
    putText(flag, now.variant === "via" ? `Here the straight line passes about ${Math.round(one.clearance)} mm from the centre of the femoral head, through the bone: trust the numbers less, and compare the bent line.` : "Here the line bends over the head of the femur.");
  }
  return { el: h("div", { class: "hx-saying" }, words, others, flag), show };
}
