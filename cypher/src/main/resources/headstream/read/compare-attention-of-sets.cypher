// Attention terms (head and key) of two sets of traces side by side, keys counted back from each trace's target position.
// $sides: [{side: 'left' or 'right', trace: id, or null and tag: a tag}]; $model: id or name, or null; $before: the query's position before the target;
// $component: a head or null; $sort: weight, share, dla or effect; $limit
UNWIND $sides AS s
CALL (s) {
  MATCH (t:Trace {id: s.trace})
  RETURN t
  UNION
  MATCH (t:Trace)
  WHERE t.createdAt IS NOT NULL AND s.tag IN t.tags AND ($model IS NULL OR $model IN [t.model, t.modelName])
  RETURN t
}
UNWIND range(0, t.layers - 1) AS layer
MATCH (h:Activation {trace: t.id})
WHERE h.node STARTS WITH 'L' + layer + 'P' + (t.targetPosition - $before) + '.H'
  AND h:HeadOutput AND ($component IS NULL OR h.name = $component)
MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
WITH s.side AS side, h.name AS name, layer, 'HeadOutput' AS kind, t.targetPosition - v.position AS before,
  {head: min(h.head)} AS component, {
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
