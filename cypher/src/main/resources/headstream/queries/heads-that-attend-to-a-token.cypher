// Heads that attend to a token
// Heads by the attention that they pay to a token wherever it stands, from all later positions, over its newest occurrences. Of whole
// patterns; what is not listed of a long prompt's, less than 0.01 each, counts as 0. Traces of version 1 are left out.
// Figures of different models stand apart.
// group: Attention
// params:
//   token (token, required) the token's text; a leading space matters
//   model (model, default any) id or name of the model
//   sample (integer, default 50) most occurrences that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   modelName (string) the model's name
//   weight (float) mean attention weight from later positions
//   largest (float) the largest of them
//   times (integer) pairs of an occurrence and a later position that these are of
//   traces (integer) traces they are in
MATCH (p:Position)-[:IS]->(k:Token {text: $token}) WHERE $model IS NULL OR k.model = $model
MATCH (t:Trace {id: p.trace})
WITH t, p ORDER BY t.createdAt DESC, p.index LIMIT $sample
MATCH (h:HeadPattern {trace: t.id})
WITH t, p.index AS at, h, h.starts AS starts, h.keys AS keys, h.weights AS weights
WHERE at < size(starts) - 2
WITH t, h, size(starts) - 2 - at AS later,
     [i IN range(starts[at + 1], size(keys) - 1) WHERE keys[i] = at | weights[i]] AS seen
WITH h.name AS head, t.model AS model, sum(reduce(sum = 0.0, weight IN seen | sum + weight)) AS weight,
     max(reduce(most = 0.0, weight IN seen | CASE WHEN weight > most THEN weight ELSE most END)) AS largest,
     sum(later) AS times, count(DISTINCT t) AS traces
MATCH (m:Model {id: model})
RETURN head, model, m.name AS modelName, weight / times AS weight, largest, times, traces
ORDER BY weight DESC, head
LIMIT $limit
