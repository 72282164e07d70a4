// The answer: the most probable next tokens.
// params:
//   trace (trace) its id
//   model (string) id
//   rows (list) [{token (id), rank, logit, probability}]
MATCH (t:Trace {id: $trace})
UNWIND $rows AS row
MATCH (k:Token {model: $model, id: row.token})
CREATE (t)-[:PREDICTS {rank: row.rank, logit: row.logit, probability: row.probability}]->(k)
