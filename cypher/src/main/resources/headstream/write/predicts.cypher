// The answer: the most probable next tokens.
// $trace, $model: ids; $rows: [{token (id), rank, logit, probability}]
MATCH (t:Trace {id: $trace})
UNWIND $rows AS row
MATCH (k:Token {model: $model, id: row.token})
CREATE (t)-[:PREDICTS {rank: row.rank, logit: row.logit, probability: row.probability}]->(k)
