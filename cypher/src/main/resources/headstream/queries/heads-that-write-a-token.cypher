// Heads that write a token
// How often, and how strongly, each head's output puts the token among its first $rank in its vocabulary projection. Stored outputs count:
// all at target positions, elsewhere those that matter to the prediction. Figures of different models stand apart.
// group: Heads
// params:
//   token (token, required) the token's text; a leading space matters
//   rank (integer, default 5) the last rank that counts; 5 is as far as is stored, 10 at the target position
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   traces (integer) traces in which it writes the token
//   times (integer) positions at which it does, over all traces
//   meanRank (float) mean rank of the token where it does
//   dla (float) mean direct logit attribution to the traced target, over the outputs at target positions
MATCH (h:Head)<-[:OF]-(o:HeadOutput)-[w:WRITES]->(k:Token {text: $token})
WHERE w.rank <= $rank AND ($model IS NULL OR k.model = $model)
WITH h, count(DISTINCT o.trace) AS traces, count(*) AS times, avg(w.rank) AS meanRank, avg(o.dla) AS dla
MATCH (m:Model {id: h.model})
RETURN h.name AS head, m.id AS model, m.name AS modelName, traces, times, meanRank, dla
ORDER BY traces DESC, dla IS NULL, dla DESC, times DESC, head
LIMIT $limit
