// The tokens that a head's or an MLP's outputs at the target positions raise and lower most, over the newest traces of its model.
// params:
//   model (string) id
//   head (string) its name; null of an MLP
//   layer (integer) its layer
//   sample (integer) the newest traces that are looked at
//   limit (integer) most tokens either way
// columns:
//   relation (string) WRITES or ERASES
//   token (token) text of it
//   traces (integer) in how many it is among the first
//   meanRank (float) its mean rank there
MATCH (t:Trace {model: $model}) WHERE t.createdAt IS NOT NULL
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (o:Activation {trace: t.id, position: t.targetPosition}) WHERE o.layer = $layer AND CASE WHEN $head IS NULL THEN o:MlpOutput ELSE o.name = $head END
MATCH (o)-[w:WRITES|ERASES]->(k:Token)
WITH type(w) AS relation, k.text AS token, count(DISTINCT o.trace) AS traces, avg(w.rank) AS meanRank
ORDER BY traces DESC, meanRank, token
WITH relation, collect({token: token, traces: traces, meanRank: meanRank})[..$limit] AS tokens
UNWIND tokens AS each
RETURN relation, each.token AS token, each.traces AS traces, each.meanRank AS meanRank
