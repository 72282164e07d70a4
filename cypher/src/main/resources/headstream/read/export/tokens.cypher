// The vocabulary that a trace refers to, in order.
// params:
//   trace (trace) its id
// columns:
//   properties (map) the token's
CALL () {
  MATCH (:Position {trace: $trace})-[:IS]->(k:Token) RETURN k
  UNION
  MATCH (:Trace {id: $trace})-[:PREDICTS]->(k:Token) RETURN k
  UNION
  MATCH (:Activation {trace: $trace})-[:WRITES|ERASES|SEEKS|OFFERS|LIFTS|FILTERS]->(k:Token) RETURN k
}
RETURN properties(k) AS properties
ORDER BY k.id
