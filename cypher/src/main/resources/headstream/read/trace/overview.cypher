// A trace with its prompt and its predictions.
// params:
//   trace (trace) its id
// columns:
//   trace (map) its properties
//   tokens (list) {index, id, text}
//   predictions (list) {rank, text, token, logit, probability}
MATCH (t:Trace {id: $trace})
CALL (t) {
  MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
  WITH p, k ORDER BY p.index
  RETURN collect({index: p.index, id: k.id, text: p.text}) AS tokens
}
CALL (t) {
  MATCH (t)-[p:PREDICTS]->(k:Token)
  WITH p, k ORDER BY p.rank
  RETURN collect({rank: p.rank, text: k.text, token: k.id, logit: p.logit, probability: p.probability}) AS predictions
}
RETURN properties(t) AS trace, tokens, predictions
