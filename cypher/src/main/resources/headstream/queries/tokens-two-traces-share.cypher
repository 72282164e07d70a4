// Tokens that two traces share
// Tokens that the target positions of two traces write: those in both, and those in one of them alone, by how many parts of the pass
// have them among their first. Tokens of different models are matched by their text.
// group: Comparison
// params:
//   left (trace, required) id of one trace
//   right (trace, default latest) id of the other
//   rank (integer, default 5) the last rank that counts
//   limit (integer, default 200) most rows
// columns:
//   in (string) both, left or right
//   token (token) the token
//   left (integer) residual states, attention, MLP and head outputs of the left trace that write it
//   right (integer) the same of the right trace
//   leftModel (string) name of the left trace's model, where it has the row
//   rightModel (string) the same of the right trace
UNWIND [$left, $right] AS id
MATCH (t:Trace {id: id})
MATCH (m:Model {id: t.model})
MATCH (n:Activation {trace: id})-[w:WRITES]->(k:Token)
WHERE n.position = t.targetPosition AND w.rank <= $rank
WITH k.text AS token,
     sum(CASE WHEN id = $left THEN 1 ELSE 0 END) AS left,
     sum(CASE WHEN id = $right THEN 1 ELSE 0 END) AS right,
     max(CASE WHEN id = $left THEN m.name END) AS leftModel, max(CASE WHEN id = $right THEN m.name END) AS rightModel
RETURN CASE WHEN left > 0 AND right > 0 THEN 'both' WHEN left > 0 THEN 'left' ELSE 'right' END AS in, token, left, right,
       leftModel, rightModel
ORDER BY in, left + right DESC, token
LIMIT $limit
