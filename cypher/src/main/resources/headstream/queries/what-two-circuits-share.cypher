// What two circuits share
// The edges of two circuits: those that both have first, then those of one alone. They may be of two behaviours, or of one with other settings.
// Circuits of models of different shapes have no edge in common.
// group: Comparison
// params:
//   circuit (string, required) its name
//   other (string, required) another's
//   limit (integer, default 500) most rows
// columns:
//   which (string) both, circuit or other
//   from (string) what writes
//   to (string) what reads
//   score (float) by EAP-IG in the one, null where it has no such edge
//   otherScore (float) in the other
//   modelName (string) name of the one's model, where it has the edge
//   otherModelName (string) the same of the other
CALL () {
  MATCH (l:Circuit {name: $circuit}) WITH l ORDER BY l.createdAt DESC LIMIT 1
  MATCH (m:Model {id: l.model})
  MATCH (l)-[:HAS_NODE]->(a:CircuitNode)-[e:FEEDS]->(b:CircuitNode)
  RETURN a.name AS from, b.name AS to, e.score AS score, null AS otherScore, m, m.name AS model, null AS otherModel
  UNION ALL
  MATCH (r:Circuit {name: $other}) WITH r ORDER BY r.createdAt DESC LIMIT 1
  MATCH (m:Model {id: r.model})
  MATCH (r)-[:HAS_NODE]->(a:CircuitNode)-[e:FEEDS]->(b:CircuitNode)
  RETURN a.name AS from, b.name AS to, null AS score, e.score AS otherScore, m, null AS model, m.name AS otherModel
}
WITH from, to, m {.layers, .heads, .dModel, .dMlp} AS shape, max(score) AS score, max(otherScore) AS otherScore, max(model) AS modelName,
     max(otherModel) AS otherModelName
RETURN CASE WHEN otherScore IS NULL THEN 'circuit' WHEN score IS NULL THEN 'other' ELSE 'both' END AS which, from, to, score, otherScore,
       modelName, otherModelName
ORDER BY CASE which WHEN 'both' THEN 0 WHEN 'circuit' THEN 1 ELSE 2 END, abs(coalesce(score, otherScore)) DESC, from, to
LIMIT $limit
