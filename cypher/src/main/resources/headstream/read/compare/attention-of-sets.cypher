// Attention terms (head and key) of two sets of traces side by side, keys counted back from each trace's target position.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, or null and tag: a tag}]
//   model (string) id or name, or null for any
//   before (integer) the query's positions before the target, or null for the target positions of all tokens of an answer
//   component (head) or null for all
//   sort (string) weight, share, dla or effect
//   limit (integer) most rows
// columns:
//   name (head) which
//   before (integer) the key's positions before the target
//   token (integer) which of the answer's tokens, from 0
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
UNWIND CASE WHEN $before IS NULL THEN range(0, coalesce(size(t.targetPositions), 1) - 1) ELSE [0] END AS token
WITH s, t, token, coalesce(t.targetPositions[token], t.targetPosition) AS target
WITH s, t, token, target, target - coalesce($before, 0) AS query
CALL (t, query) {
  MATCH (n:HeadPattern {trace: t.id})
  WHERE query >= 0 AND ($component IS NULL OR n.name = $component)
  UNWIND range(n.starts[query], n.starts[query + 1] - 1) AS i
  RETURN n.name AS name, n.layer AS layer, n.head AS number, n.keys[i] AS key, {weight: n.weights[i]} AS term
  UNION ALL
  UNWIND range(0, t.layers - 1) AS layer
  MATCH (h:Activation {trace: t.id})
  WHERE h.node STARTS WITH 'L' + layer + 'P' + query + '.H'
    AND h:HeadOutput AND ($component IS NULL OR h.name = $component)
  MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
  RETURN h.name AS name, layer, h.head AS number, v.position AS key, r {.*} AS term
}
WITH s, t, token, target, name, layer, number, key, collect(term) AS terms
WITH s, t, token, target, name, layer, number, key, coalesce([x IN terms WHERE x.rank IS NOT NULL][0], terms[0]) AS r
WITH s.side AS side, token, name, layer, 'HeadOutput' AS kind, target - key AS before,
  {head: min(number)} AS component, {
    weight: {mean: avg(r.weight), spread: CASE WHEN count(r.weight) > 1 THEN stDev(r.weight) END, count: count(r.weight)},
    share: {mean: avg(r.share), spread: CASE WHEN count(r.share) > 1 THEN stDev(r.share) END, count: count(r.share)},
    dla: {mean: avg(r.dla), spread: CASE WHEN count(r.dla) > 1 THEN stDev(r.dla) END, count: count(r.dla)},
    effect: {mean: avg(r.effect), spread: CASE WHEN count(r.effect) > 1 THEN stDev(r.effect) END, count: count(r.effect)}
  } AS figures
WITH name, token, layer, kind, before, head(collect(component)) AS component,
  head(collect(CASE side WHEN 'left' THEN figures END)) AS left,
  head(collect(CASE side WHEN 'right' THEN figures END)) AS right
WITH *, right[$sort].mean - left[$sort].mean AS difference
RETURN name, before, token, component, left, right, difference, kind, layer
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort].mean, right[$sort].mean)), -1) DESC, layer, name, token, before
LIMIT $limit
