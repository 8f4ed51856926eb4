// Controls and words of the pressure release widget.

const RELEASE_KINDS = [["article", "As the article says"], ["published", "Doses of trials"], ["mistake", "Mistakes, to look at"]];

function releaseSelect(label, groups, change) {
  const id = uid();
  const option = ([value, text]) => h("option", { value }, text);
  const options = groups.map(([title, list]) => (title ? h("optgroup", { label: title }, list.map(option)) : list.map(option)));
  const select = h("select", { id, onchange: () => change(select.value) }, options);
  return { el: h("span", { class: "pr-field" }, h("label", { for: id }, label), select), select };
}

function releaseMeter(label, most) {
  const value = h("span", { class: "pr-value" }), bar = h("span", { class: "pr-bar" });
  const el = h("div", { class: "pr-meter" }, h("span", {}, label), h("span", { class: "pr-track" }, bar), value);
  const show = (number, text) => {
    bar.style.width = `${Math.min(100, (number / most) * 100)}%`;
    putText(value, text);
  };
  return { el, show };
}

function releaseLog(lab) {
  const list = h("ol", { class: "pr-log" }), none = h("p", { class: "pr-note" }, "Nothing pressed yet."), before = h("p", { class: "pr-note", hidden: true }, "This goes on from before the page was loaded again; the curves so far were not kept.");
  const title = (id) => lab.signs.find(([known]) => known === id)?.[1].toLowerCase() ?? "";
  const words = (press, pressure) => `Up to ${pressure(press.most_n)} for ${Math.round(press.held_s)} s. Pain ${press.most_pain.toFixed(1)} at most. Threshold ${press.gain_n < 0 ? "fallen" : "risen"} by ${pressure(Math.abs(press.gain_n))} at letting go${press.said.length ? `: ${press.said.map(title).join(", ")}` : ""}.`;
  const show = (record, pressure, resumed) => {
    none.hidden = record.length > 0;
    before.hidden = !resumed;
    list.replaceChildren(...record.map((press) => h("li", {}, words(press, pressure))));
  };
  return { el: h("section", { "aria-label": "What happened" }, h("h3", {}, "What happened"), before, none, list), show };
}

function releaseAbout(lab) {
  const rows = lab.values.map(([name, value, source, note]) => h("tr", {}, h("th", { scope: "row" }, name), h("td", {}, value), h("td", {}, source || "teaching value", note ? h("span", { class: "pr-note" }, note) : null)));
  return h("details", { class: "pr-about" }, h("summary", {}, "The model: equations and values"),
    h("p", {}, "F is the force, [x] is x held between 0 and 1. The model does not explain why pressure lessens tenderness, or what happens the day after."),
    h("ul", {}, lab.equations.map((one) => h("li", {}, one))),
    h("div", { class: "pr-scroll", tabindex: "0", role: "region", "aria-label": "Values of the model" }, h("table", {}, h("thead", {}, h("tr", {}, ["Value", "Size", "From"].map((one) => h("th", { scope: "col" }, one)))), h("tbody", {}, rows))));
}
