// The tokens that two traces predict side by side, of the 20 most probable of each.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id}]
//   sort (string) rank, logit or probability, or null for the most probable first
//   limit (integer) most rows
// columns:
//   name (string) the token's text
//   left (relationship) the prediction on the left, or null
//   right (relationship) the prediction on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
UNWIND $sides AS s
MATCH (:Trace {id: s.trace})-[p:PREDICTS]->(k:Token)
WITH k.text AS name, sum(p.probability) AS mass,
  head(collect(CASE s.side WHEN 'left' THEN p END)) AS left,
  head(collect(CASE s.side WHEN 'right' THEN p END)) AS right
WITH *, right[$sort] - left[$sort] AS difference
RETURN name, left, right, difference
ORDER BY CASE WHEN $sort IS NOT NULL THEN difference IS NULL END, abs(difference) DESC, mass DESC, name
LIMIT $limit
