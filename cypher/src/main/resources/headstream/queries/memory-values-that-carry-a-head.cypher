// Memory values that carry their head
// For each head, the position it attends to most and how much of its output comes from there: where the largest weight also has the
// largest share, one memory value carries the head (Katz and Belinkov 2023).
// group: Heads
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position; any stands for the target position
//   layer (integer, default any) only this layer
//   limit (integer, default 500) most rows
// columns:
//   layer (integer) the layer
//   head (head) the head
//   key (position) the position with the largest attention weight
//   token (token) the token there
//   weight (float) that weight
//   share (float) share of the head's output that comes from there
//   rank (integer) rank of that share among all positions; 1 carries most
//   targetRank (integer) the target's rank in the head's output
//   targetRankOfValue (integer) its rank in the memory value, where that is stored
MATCH (t:Trace {id: $trace})
MATCH (o:HeadOutput {trace: $trace, position: coalesce($position, t.targetPosition)})<-[a:ATTENDED_BY]-(v:MemoryValue)
WHERE $layer IS NULL OR o.layer = $layer
WITH o, a, v ORDER BY a.weight DESC
WITH o, collect(a)[0] AS a, collect(v)[0] AS v
MATCH (p:Position {trace: $trace, index: v.position})
RETURN o.layer AS layer, o.name AS head, v.position AS key, p.text AS token, a.weight AS weight, a.share AS share,
       a.rank AS rank, o.targetRank AS targetRank, v.targetRank AS targetRankOfValue
ORDER BY layer, o.head
LIMIT $limit
