// Which elements of a diagram are marked, and how.

/** chosen: {finding, at}: a finding that was pointed at, and the step of its way, if it was one */
export function marksOf(file, findings, chosen) {
  const marks = findings
    .filter(({ element }) => element?.file === file)
    .map(({ severity, element }) => ({ id: element.id, kind: severity === 'ERROR' ? 'wrong' : 'warned' }));
  const shown = chosen?.finding ?? findings.find(({ way }) => way.length);
  const way = (shown?.way ?? [])
    .map(({ file: where, id }, at) => ({ id, kind: 'way', number: at + 1, where }))
    .filter(({ where }) => where === file);
  const pointed = chosen && (chosen.at === undefined ? chosen.finding.element : chosen.finding.way[chosen.at]);
  return [...(pointed?.file === file ? [{ id: pointed.id, kind: 'chosen' }] : []), ...marks, ...lastOfEach(way)];
}

/** A way may pass a step twice: one number fits beside it, the last one. */
function lastOfEach(way) {
  return [...new Map(way.map((mark) => [mark.id, mark])).values()];
}
