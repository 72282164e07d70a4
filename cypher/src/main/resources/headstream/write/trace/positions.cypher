// The prompt's tokens in their places.
// params:
//   trace (trace) its id
//   model (string) id
//   rows (list) [{index, text, token (id)}]
MATCH (t:Trace {id: $trace})
UNWIND $rows AS row
MATCH (k:Token {model: $model, id: row.token})
CREATE (t)-[:HAS_POSITION]->(p:Position {trace: $trace, index: row.index, text: row.text})-[:IS]->(k)
