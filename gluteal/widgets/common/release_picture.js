// The point in section, schematic: skin, fat, muscle with a firm spot, and a thumb that sinks in.

function releasePicture() {
  const line = (cls) => releaseSvg("path", { class: cls });
  const skin = line("pr-skin"), fat = line("pr-fat"), muscle = line("pr-muscle"), spot = releaseSvg("ellipse", { class: "pr-spot", cx: 130 }), thumb = line("pr-thumb");
  const fibres = Array.from({ length: 6 }, () => line("pr-fibre"));
  const el = releaseSvg("svg", { viewBox: "0 0 260 190", class: "pr-picture", "aria-hidden": "true" }, skin, fat, muscle, ...fibres, spot, thumb);
  const dent = (y, deep) => `M0 ${y}C70 ${y} 95 ${y + deep} 130 ${y + deep}S190 ${y} 260 ${y}`;

  function show(force, most, yielding, guarding) {
    const deep = (force / most) * (26 + 22 * yielding) * (1 - 0.5 * guarding);
    skin.setAttribute("d", `${dent(62, deep)}V190H0Z`);
    fat.setAttribute("d", `${dent(70, deep * 0.95)}V190H0Z`);
    muscle.setAttribute("d", `${dent(98, deep * 0.7)}V190H0Z`);
    fibres.forEach((fibre, i) => fibre.setAttribute("d", dent(108 + i * 13, deep * (0.62 - i * 0.09))));
    spot.setAttribute("cy", 121 + deep * 0.5);
    spot.setAttribute("rx", 30 + 8 * yielding);
    spot.setAttribute("ry", 10 - 4 * yielding + 2 * guarding);
    const tip = 60 + deep - (force > 0.05 ? 0 : 12);
    thumb.setAttribute("d", `M104 -10L108 ${tip - 24}C108 ${tip - 6} 118 ${tip} 130 ${tip}S152 ${tip - 6} 152 ${tip - 24}L156 -10Z`);
  }

  return { el, show };
}
