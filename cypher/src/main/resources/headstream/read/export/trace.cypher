// What a trace says of itself, its model and its prompt, to be exported.
// params:
//   trace (trace) its id
// columns:
//   trace (map) its properties, createdAt as a text
//   model (map) its properties, or null
//   positions (list) {index, text, token}
//   predictions (list) {token, text, properties}
MATCH (t:Trace {id: $trace})
OPTIONAL MATCH (t)-[:OF]->(m:Model)
CALL (t) {
  MATCH (t)-[:HAS_POSITION]->(p:Position)-[:IS]->(k:Token)
  WITH p, k ORDER BY p.index
  RETURN collect({index: p.index, text: p.text, token: k.id}) AS positions
}
CALL (t) {
  MATCH (t)-[p:PREDICTS]->(k:Token)
  WITH p, k ORDER BY p.rank, k.id
  RETURN collect({token: k.id, text: k.text, properties: properties(p)}) AS predictions
}
RETURN t {.*, createdAt: toString(t.createdAt)} AS trace, properties(m) AS model, positions, predictions
