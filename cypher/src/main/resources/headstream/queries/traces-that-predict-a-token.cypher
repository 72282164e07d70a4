// Traces that predict a token
// Traces that have the token among the first of their predictions, most probable first.
// group: Corpus
// params:
//   token (token, required) the token's text; a leading space matters
//   rank (integer, default 1) the last rank that counts; 20 is as far as is stored
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   rank (integer) the token's rank
//   probability (float) its probability
//   isTarget (boolean) whether it is the trace's target
MATCH (k:Token {text: $token})<-[p:PREDICTS]-(t:Trace)
WHERE p.rank <= $rank AND ($model IS NULL OR k.model = $model)
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, p.rank AS rank, p.probability AS probability, k.id = t.targetToken AS isTarget
ORDER BY probability DESC, trace
LIMIT $limit
