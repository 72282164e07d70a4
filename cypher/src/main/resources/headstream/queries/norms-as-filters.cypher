// Norms as filters
// Tokens whose probability falls, or rises, most often across a norm at the target position, over the newest traces: the table of
// Katz and Belinkov (2023), who found that function words fall. Figures of different models stand apart.
// group: Norms
// params:
//   model (model, default any) id or name of the model
//   site (string of ln1|ln2|final, default any) only these norms
//   direction (string of FILTERS|LIFTS, default "FILTERS") FILTERS for what falls, LIFTS for what rises
//   rank (integer, default 10) the last rank that counts
//   sample (integer, default 250) the newest traces that are looked at
//   limit (integer, default 50) most rows
// columns:
//   token (token) the token
//   model (string) id of its model
//   modelName (string) the model's name
//   traces (integer) traces in which it is among them
//   times (integer) norms at which it is, over all traces
//   meanBefore (float) mean probability before the norm
//   meanAfter (float) mean probability after it
MATCH (t:Trace) WHERE t.createdAt IS NOT NULL AND ($model IS NULL OR t.model = $model)
WITH t ORDER BY t.createdAt DESC LIMIT $sample
MATCH (n:Normalized {trace: t.id}) WHERE n.position = t.targetPosition AND ($site IS NULL OR n.site = $site)
MATCH (n)-[f:FILTERS|LIFTS]->(k:Token)
WHERE type(f) = $direction AND f.rank <= $rank
WITH k, count(DISTINCT t) AS traces, count(*) AS times, avg(f.before) AS meanBefore, avg(f.after) AS meanAfter
MATCH (m:Model {id: k.model})
RETURN k.text AS token, m.id AS model, m.name AS modelName, traces, times, meanBefore, meanAfter
ORDER BY times DESC, token
LIMIT $limit
