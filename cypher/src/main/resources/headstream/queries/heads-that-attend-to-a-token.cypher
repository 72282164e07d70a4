// Heads that attend to a token
// Heads by the attention that they pay to a token wherever it stands, from later positions, over its newest occurrences.
// group: Attention
// params:
//   token (token, required) the token's text; a leading space matters
//   model (model, default any) id or name of the model
//   sample (integer, default 100) most occurrences that are looked at
//   limit (integer, default 25) most rows
// columns:
//   head (head) the head
//   model (string) id of its model
//   weight (float) mean attention weight of the stored edges from later positions
//   largest (float) the largest of them
//   times (integer) stored edges
//   traces (integer) traces they are in
MATCH (p:Position)-[:IS]->(k:Token {text: $token}) WHERE $model IS NULL OR k.model = $model
MATCH (t:Trace {id: p.trace})
WITH t, p ORDER BY t.createdAt DESC, p.index LIMIT $sample
MATCH (v:MemoryValue {trace: t.id})-[a:ATTENDED_BY]->(o:HeadOutput)
WHERE v.position = p.index AND o.position > v.position
RETURN o.name AS head, t.model AS model, avg(a.weight) AS weight, max(a.weight) AS largest, count(*) AS times,
       count(DISTINCT t) AS traces
ORDER BY weight DESC, head
LIMIT $limit
