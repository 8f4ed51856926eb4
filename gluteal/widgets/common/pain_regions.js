// The list twin of the charts: every named region of every chart, to be painted and taken away by buttons.

// act(region, on)
function painRegions(tables, state, act) {
  const rows = [];
  const folds = state.grids.map((grid) => {
    const sides = [...new Set(grid.regions.map((region) => region.side))];
    const ids = [...new Set(grid.regions.map((region) => region.id))];
    const lines = ids.map((id) => {
      const own = grid.regions.filter((region) => region.id === id);
      const cells = sides.map((side) => h("td", {}, own.filter((one) => one.side === side).map((region) => painRegionButton(region, grid, rows, act))));
      return h("tr", {}, h("th", { scope: "row" }, own[0].name), cells);
    });
    const title = h("span", { class: "gd-quiet" });
    const fold = h("details", { class: "gd-region-fold", "data-chart": grid.id }, h("summary", {}, `${grid.title} `, title),
      h("table", {}, h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Place"), sides.map((side) => h("th", { scope: "col" }, side === "left" ? "Left" : "Right")))), h("tbody", {}, lines)));
    return { grid, fold, title };
  });
  const title = h("span", { class: "gd-step" });
  const el = h("details", { class: "gd-regions" }, h("summary", {}, title, " ", h("span", { class: "gd-quiet" }, "a list of places, for keys and for words")), folds.map(({ fold }) => fold));

  function show() {
    putText(title, state.get("locked") ? "Places by name" : "Paint by name");
    el.querySelectorAll("button").forEach((one) => (one.disabled = state.get("locked")));
    for (const { region, grid, button } of rows) {
      const { painted, all, strongest } = painInRegion(region, state.cells(grid.id)), whole = painted / all > 0.9;
      putAttribute(button, "aria-pressed", whole ? "true" : painted ? "mixed" : "false");
      const locked = state.get("locked"), share = `${Math.max(1, Math.round((painted / all) * 100))} %`;
      putAttribute(button, "aria-label", `${region.words}: ${painRegionWords(region, state.cells(grid.id))}.${locked ? "" : whole ? " Remove" : " Add"}`);
      const found = whole ? String(strongest) : painted ? share : "", act = whole ? "remove" : "add";
      const words = (locked ? [found || "none"] : [found, act]).filter(Boolean).join(" · ");
      if (button.dataset.words === words) continue;
      button.dataset.words = words;
      button.replaceChildren(painSwatch(tables.scale, painted ? strongest : 0, 16), words);
    }
    for (const { grid, title } of folds) {
      const used = grid.regions.filter((region) => painInRegion(region, state.cells(grid.id)).painted).length;
      putText(title, used ? `${used} ${used === 1 ? "place" : "places"} painted` : "");
    }
  }
  return { el, show };
}

function painRegionButton(region, grid, rows, act) {
  const button = h("button", { type: "button", class: "gd-region", "data-region": region.key, onclick: () => act(region, button.getAttribute("aria-pressed") !== "true") });
  rows.push({ region, grid, button });
  return button;
}
