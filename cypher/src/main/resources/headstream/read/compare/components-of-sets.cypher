// Components of two sets of traces side by side, each at one position, or at all target positions: mean, sample standard deviation and count of their figures.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, or null and tag: a tag}]
//   model (string) id or name, or null for any
//   before (integer) positions before the target, or null for the target positions of all tokens of an answer
//   labels (list) kinds, as labels
//   prefixes (list) the same kinds, as ids begin after the place
//   component (string) name, or null for all
//   sort (string) a figure
//   limit (integer) most rows
// columns:
//   name (string) the component's
//   before (integer) as given, 0 of target positions
//   token (integer) which of the answer's tokens, from 0
//   component (map) {head, index, site}, null where it has none
//   left (map) {mean, spread, count} of each figure on the left, or null
//   right (map) {mean, spread, count} of each figure on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
//   kind (string) its label
//   layer (integer) its own
UNWIND $sides AS s
CALL (s) {
  MATCH (t:Trace {id: s.trace})
  RETURN t
  UNION
  MATCH (t:Trace)
  WHERE t.createdAt IS NOT NULL AND s.tag IN t.tags AND ($model IS NULL OR $model IN [t.model, t.modelName])
  RETURN t
}
UNWIND CASE WHEN $before IS NULL THEN range(0, coalesce(size(t.targetPositions), 1) - 1) ELSE [0] END AS token
WITH s, t, token, coalesce(t.targetPositions[token], t.targetPosition) - coalesce($before, 0) AS position
UNWIND range(0, t.layers - 1) AS layer
UNWIND $prefixes AS prefix
MATCH (n:Activation {trace: t.id})
WHERE n.node STARTS WITH 'L' + layer + 'P' + position + '.' + prefix
  AND any(label IN labels(n) WHERE label IN $labels) AND ($component IS NULL OR n.name = $component)
WITH s.side AS side, token, n.name AS name, layer, [label IN labels(n) WHERE label IN $labels][0] AS kind,
  coalesce($before, 0) AS before,
  {head: min(n.head), index: min(n.index), site: min(n.site)} AS component, {
    norm: {mean: avg(n.norm), spread: CASE WHEN count(n.norm) > 1 THEN stDev(n.norm) END, count: count(n.norm)},
    share: {mean: avg(n.share), spread: CASE WHEN count(n.share) > 1 THEN stDev(n.share) END, count: count(n.share)},
    influence: {mean: avg(n.influence), spread: CASE WHEN count(n.influence) > 1 THEN stDev(n.influence) END, count: count(n.influence)},
    dla: {mean: avg(n.dla), spread: CASE WHEN count(n.dla) > 1 THEN stDev(n.dla) END, count: count(n.dla)},
    effect: {mean: avg(n.effect), spread: CASE WHEN count(n.effect) > 1 THEN stDev(n.effect) END, count: count(n.effect)},
    targetRank: {mean: avg(n.targetRank), spread: CASE WHEN count(n.targetRank) > 1 THEN stDev(n.targetRank) END, count: count(n.targetRank)},
    targetProbability: {mean: avg(n.targetProbability), spread: CASE WHEN count(n.targetProbability) > 1 THEN stDev(n.targetProbability) END,
      count: count(n.targetProbability)}
  } AS figures
WITH name, token, layer, kind, before, head(collect(component)) AS component,
  head(collect(CASE side WHEN 'left' THEN figures END)) AS left,
  head(collect(CASE side WHEN 'right' THEN figures END)) AS right
WITH *, right[$sort].mean - left[$sort].mean AS difference
RETURN name, before, token, component, left, right, difference, kind, layer
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort].mean, right[$sort].mean)), -1) DESC, layer, name, token
LIMIT $limit
