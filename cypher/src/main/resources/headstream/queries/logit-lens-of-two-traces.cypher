// Logit lens of two traces
// What the residual states at the target positions of two traces would predict, side by side.
// Traces of models of different shapes have no row in common.
// group: Comparison
// params:
//   left (trace, required) id of one trace
//   right (trace, default latest) id of the other
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) layer of the state
//   site (string) embed, mid or post
//   left (token) the first token of the left trace's state
//   right (token) of the right trace's
//   leftRank (integer) rank of the left trace's target in its state
//   rightRank (integer) rank of the right trace's target in its own
//   leftModel (string) name of the left trace's model, where it has the row
//   rightModel (string) the same of the right trace
UNWIND [$left, $right] AS id
MATCH (t:Trace {id: id})
MATCH (m:Model {id: t.model})
MATCH (r:Residual {trace: id}) WHERE r.position = t.targetPosition
OPTIONAL MATCH (r)-[:WRITES {rank: 1}]->(k:Token)
WITH r.layer AS layer, r.site AS site, m {.layers, .heads, .dModel, .dMlp} AS shape, id, m, r.targetRank AS rank, k.text AS token
WITH layer, site, shape,
     max(CASE WHEN id = $left THEN token END) AS left, max(CASE WHEN id = $right THEN token END) AS right,
     max(CASE WHEN id = $left THEN rank END) AS leftRank, max(CASE WHEN id = $right THEN rank END) AS rightRank,
     max(CASE WHEN id = $left THEN m.name END) AS leftModel, max(CASE WHEN id = $right THEN m.name END) AS rightModel
RETURN layer, site, left, right, leftRank, rightRank, leftModel, rightModel
ORDER BY layer, CASE site WHEN 'embed' THEN 0 WHEN 'mid' THEN 1 ELSE 2 END
LIMIT $limit
