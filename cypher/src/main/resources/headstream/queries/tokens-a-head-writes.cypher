// Tokens a head writes
// The tokens that a head's outputs have most often among their first $rank. Stored outputs count: all at target positions, elsewhere those
// that matter to the prediction. Figures of different models stand apart.
// group: Heads
// params:
//   head (head, required) the head's name, such as L3H2
//   model (model, default any) id or name of the model
//   trace (trace, default any) only this trace
//   rank (integer, default 5) the last rank that counts
//   limit (integer, default 25) most rows
// columns:
//   token (token) the token's text
//   model (string) id of its model
//   modelName (string) the model's name
//   times (integer) outputs that write it
//   traces (integer) traces in which they are
//   bestRank (integer) its best rank
//   meanRank (float) its mean rank
//   probability (float) its largest probability
CALL () {
  WITH $trace AS trace WHERE trace IS NOT NULL
  MATCH (h:Head)<-[:OF]-(o:HeadOutput {trace: trace, name: $head})
  RETURN h, o
  UNION ALL
  WITH $trace AS trace WHERE trace IS NULL
  MATCH (h:Head {name: $head})<-[:OF]-(o:HeadOutput)
  RETURN h, o
}
MATCH (o)-[w:WRITES]->(k:Token)
WHERE w.rank <= $rank AND ($model IS NULL OR h.model = $model)
WITH k, count(*) AS times, count(DISTINCT o.trace) AS traces, min(w.rank) AS bestRank, avg(w.rank) AS meanRank,
     max(w.probability) AS probability
MATCH (m:Model {id: k.model})
RETURN k.text AS token, m.id AS model, m.name AS modelName, times, traces, bestRank, meanRank, probability
ORDER BY times DESC, meanRank, probability DESC
LIMIT $limit
