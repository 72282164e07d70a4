// The tokens that two sets of traces predict, over the traces that have them among their 20 most probable.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, or null and tag: a tag}]
//   model (string) id or name, or null for any
//   sort (string) rank, logit or probability, or null for the most probable first
//   limit (integer) most rows
// columns:
//   name (string) the token's text
//   left (map) {mean, spread, count} of each figure on the left, or null
//   right (map) {mean, spread, count} of each figure on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
UNWIND $sides AS s
CALL (s) {
  MATCH (t:Trace {id: s.trace})
  RETURN t
  UNION
  MATCH (t:Trace)
  WHERE t.createdAt IS NOT NULL AND s.tag IN t.tags AND ($model IS NULL OR $model IN [t.model, t.modelName])
  RETURN t
}
MATCH (t)-[p:PREDICTS]->(k:Token)
WITH s.side AS side, k.text AS name, sum(p.probability) AS mass, {
    rank: {mean: avg(p.rank), spread: CASE WHEN count(p.rank) > 1 THEN stDev(p.rank) END, count: count(p.rank)},
    logit: {mean: avg(p.logit), spread: CASE WHEN count(p.logit) > 1 THEN stDev(p.logit) END, count: count(p.logit)},
    probability: {mean: avg(p.probability), spread: CASE WHEN count(p.probability) > 1 THEN stDev(p.probability) END, count: count(p.probability)}
  } AS figures
WITH name, sum(mass) AS mass,
  head(collect(CASE side WHEN 'left' THEN figures END)) AS left,
  head(collect(CASE side WHEN 'right' THEN figures END)) AS right
WITH *, right[$sort].mean - left[$sort].mean AS difference
RETURN name, left, right, difference
ORDER BY CASE WHEN $sort IS NOT NULL THEN difference IS NULL END, abs(difference) DESC, mass DESC, name
LIMIT $limit
