// Heads that erase a token
// How often each head's output has the token among the last of its vocabulary projection, and what it takes from the target there. Stored
// outputs count: all at target positions, elsewhere those that matter to the prediction. Figures of different models stand apart.
// group: Heads
// params:
//   token (token, required) the token's text; a leading space matters
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   traces (integer) traces in which it erases the token
//   times (integer) positions at which it does, over all traces
//   logit (float) mean of the token's logit in the projections
//   dla (float) mean direct logit attribution to the traced target, over the outputs at target positions
MATCH (h:Head)<-[:OF]-(o:HeadOutput)-[e:ERASES]->(k:Token {text: $token})
WHERE $model IS NULL OR k.model = $model
WITH h, count(DISTINCT o.trace) AS traces, count(*) AS times, avg(e.logit) AS logit, avg(o.dla) AS dla
MATCH (m:Model {id: h.model})
RETURN h.name AS head, m.id AS model, m.name AS modelName, traces, times, logit, dla
ORDER BY traces DESC, times DESC, logit, head
LIMIT $limit
