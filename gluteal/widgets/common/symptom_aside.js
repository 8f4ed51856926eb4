// Beside the ranking: what does not fit, what to ask again, what would tell the first two apart, how it is reckoned.

function sympAside(table, go) {
  const remarks = h("div", { class: "sx-remarks" }), clash = h("div", { class: "sx-clash" }), again = h("div", { class: "sx-again" }), apart = h("div", { class: "sx-apart" });
  const how = h("details", { class: "sx-how" }, h("summary", {}, "How the points are reckoned"), ["arithmetic", "points", "study", "teaching"].map((key) => h("p", { class: "sx-note" }, table.words[key])));
  const dependence = h("p", { class: "sx-dependence" }, table.words.dependence);

  function show(now) {
    remarks.replaceChildren(...now.remarks.filter((text) => text !== table.words.urgent).map((text) => h("p", { class: text === table.words.no_diagnosis ? "sx-note" : "sx-said" }, text)));
    dependence.hidden = how.hidden = apart.hidden = !now.list.length;
    sympFill(clash, now.contradictions.length, () => [h("h4", {}, "Answers that do not go together"), h("ul", {}, now.contradictions.map(({ said, sentence }) => h("li", {}, h("strong", {}, `${said[0]} – and: ${sympLower(said[1])}.`), ` ${sentence}`)))]);
    sympFill(again, now.state !== "red-flag" && now.askAgain.length, () => [h("h4", {}, "Ask again"), h("p", { class: "sx-note" }, table.say.ask_again), h("ul", {}, now.askAgain.map((flag) => h("li", {}, flag.question)))]);
    if (now.apart) apart.replaceChildren(...sympApart(table, now.apart, go));
  }
  return { remarks, clash, again, apart, how, dependence, show };
}

// Filled anew only when something changed: an alert written again would be read out again.
function sympFill(node, on, make) {
  const filled = h("div", {}, on ? make() : []);
  node.hidden = !on;
  if (filled.innerHTML !== node.innerHTML) node.replaceChildren(...filled.childNodes);
}

function sympApart(table, { title, questions }, go) {
  const line = (one) => h("li", {}, h("button", { type: "button", class: "sx-go", "data-feature": one.id, onclick: () => go(one.place) }, one.question), one.words && h("span", { class: "sx-note" }, ` ${one.words}`));
  return [h("h4", {}, title), questions.length ? h("ol", {}, questions.map(line)) : h("p", {}, table.words.nothing_tells)];
}
