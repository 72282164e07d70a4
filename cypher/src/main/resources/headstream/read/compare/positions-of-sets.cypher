// Residual states and heads of two sets of traces side by side, positions counted back from each trace's target position.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, or null and tag: a tag}]
//   model (string) id or name, or null for any
//   labels (list) Residual, HeadOutput or both
//   component (string) name, or null for all
//   sort (string) a figure, or null for the order of the stream
//   limit (integer) most rows
// columns:
//   name (string) the activation's
//   before (integer) positions before the target
//   component (map) {head, site}, null where it has none
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
CALL (t) {
  WITH t WHERE 'Residual' IN $labels
  MATCH (n:Residual {trace: t.id})
  RETURN n, 'Residual' AS kind
  UNION ALL
  WITH t WHERE 'HeadOutput' IN $labels
  MATCH (n:HeadOutput {trace: t.id})
  RETURN n, 'HeadOutput' AS kind
}
WITH s, t, n, kind
WHERE $component IS NULL OR n.name = $component
WITH s.side AS side, n.name AS name, n.layer AS layer, kind, t.targetPosition - n.position AS before,
  {head: min(n.head), site: min(n.site)} AS component, {
    norm: {mean: avg(n.norm), spread: CASE WHEN count(n.norm) > 1 THEN stDev(n.norm) END, count: count(n.norm)},
    share: {mean: avg(n.share), spread: CASE WHEN count(n.share) > 1 THEN stDev(n.share) END, count: count(n.share)},
    influence: {mean: avg(n.influence), spread: CASE WHEN count(n.influence) > 1 THEN stDev(n.influence) END, count: count(n.influence)},
    dla: {mean: avg(n.dla), spread: CASE WHEN count(n.dla) > 1 THEN stDev(n.dla) END, count: count(n.dla)},
    effect: {mean: avg(n.effect), spread: CASE WHEN count(n.effect) > 1 THEN stDev(n.effect) END, count: count(n.effect)},
    targetRank: {mean: avg(n.targetRank), spread: CASE WHEN count(n.targetRank) > 1 THEN stDev(n.targetRank) END, count: count(n.targetRank)},
    targetProbability: {mean: avg(n.targetProbability), spread: CASE WHEN count(n.targetProbability) > 1 THEN stDev(n.targetProbability) END,
      count: count(n.targetProbability)}
  } AS figures
WITH name, layer, kind, before, head(collect(component)) AS component,
  head(collect(CASE side WHEN 'left' THEN figures END)) AS left,
  head(collect(CASE side WHEN 'right' THEN figures END)) AS right
WITH *, right[$sort].mean - left[$sort].mean AS difference
RETURN name, before, component, left, right, difference, kind, layer
ORDER BY CASE WHEN $sort IS NULL THEN [before, layer, kind, name] END,
  difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort].mean, right[$sort].mean)), -1) DESC, before, layer, name
LIMIT $limit
