// ~12 stands for the thirteenth path of the plates, in the order in which they draw them.
async function figureSvg(model) {
  const art = await modelOf(model, model.get("art"));
  const plates = await Promise.all(art.get("plates").map((reference) => modelOf(art, reference).then(plateOf)));
  const paths = plates.flatMap(({ svg }) => Array.from(svg.matchAll(/ d="([^"]*)"/g), (found) => found[1]));
  return (await unpackText(art.get("packed"))).replace(/ d='~(\d+)'/g, (_, number) => {
    if (!(number in paths)) throw new Error("a path of the plate is missing");
    return ` d='${paths[number]}'`;
  });
}
