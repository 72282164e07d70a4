// Attention terms (head and key) of two sets of traces side by side, keys counted back from each trace's target position.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, or null and tag: a tag}]
//   model (string) id or name, or null for any
//   before (integer) the query's positions before the target
//   component (head) or null for all
//   sort (string) weight, share, dla or effect
//   limit (integer) most rows
// columns:
//   name (head) which
//   before (integer) the key's positions before the target
//   component (map) {head}
//   left (map) {mean, spread, count} of each figure on the left, or null
//   right (map) {mean, spread, count} of each figure on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
//   kind (string) HeadOutput
//   layer (integer) the head's
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
  MATCH (n:HeadPattern {trace: t.id})
  WHERE t.targetPosition >= $before AND ($component IS NULL OR n.name = $component)
  WITH t, n, t.targetPosition - $before AS query
  UNWIND range(n.starts[query], n.starts[query + 1] - 1) AS i
  RETURN n.name AS name, n.layer AS layer, n.head AS number, n.keys[i] AS key, {weight: n.weights[i]} AS term
  UNION ALL
  UNWIND range(0, t.layers - 1) AS layer
  MATCH (h:Activation {trace: t.id})
  WHERE h.node STARTS WITH 'L' + layer + 'P' + (t.targetPosition - $before) + '.H'
    AND h:HeadOutput AND ($component IS NULL OR h.name = $component)
  MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
  RETURN h.name AS name, layer, h.head AS number, v.position AS key, r {.*} AS term
}
WITH s, t, name, layer, number, key, collect(term) AS terms
WITH s, t, name, layer, number, key, coalesce([x IN terms WHERE x.rank IS NOT NULL][0], terms[0]) AS r
WITH s.side AS side, name, layer, 'HeadOutput' AS kind, t.targetPosition - key AS before,
  {head: min(number)} AS component, {
    weight: {mean: avg(r.weight), spread: CASE WHEN count(r.weight) > 1 THEN stDev(r.weight) END, count: count(r.weight)},
    share: {mean: avg(r.share), spread: CASE WHEN count(r.share) > 1 THEN stDev(r.share) END, count: count(r.share)},
    dla: {mean: avg(r.dla), spread: CASE WHEN count(r.dla) > 1 THEN stDev(r.dla) END, count: count(r.dla)},
    effect: {mean: avg(r.effect), spread: CASE WHEN count(r.effect) > 1 THEN stDev(r.effect) END, count: count(r.effect)}
  } AS figures
WITH name, layer, kind, before, head(collect(component)) AS component,
  head(collect(CASE side WHEN 'left' THEN figures END)) AS left,
  head(collect(CASE side WHEN 'right' THEN figures END)) AS right
WITH *, right[$sort].mean - left[$sort].mean AS difference
RETURN name, before, component, left, right, difference, kind, layer
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort].mean, right[$sort].mean)), -1) DESC, layer, name, before
LIMIT $limit
