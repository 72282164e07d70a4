// The traces of a tag, counted by what decides whether they can be compared.
// params:
//   tag (string) of the traces
//   model (string) id or name, or null for any
// columns:
//   model (string) id
//   metric (string) of the traces
//   effects (string) of the traces
//   shares (string) of the traces
//   detail (string) of the traces
//   traces (integer) how many are so
//   answer (integer) most tokens that the answer of one has
MATCH (t:Trace)
WHERE t.createdAt IS NOT NULL AND $tag IN t.tags AND ($model IS NULL OR $model IN [t.model, t.modelName])
RETURN t.model AS model, t.metric AS metric, t.effects AS effects, t.shares AS shares, t.detail AS detail, count(*) AS traces, max(coalesce(size(t.targetPositions), 1)) AS answer
ORDER BY traces DESC
