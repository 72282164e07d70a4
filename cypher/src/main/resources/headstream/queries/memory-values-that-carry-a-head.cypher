// Memory values that carry their head
// For each head, the position it attends to most and how much of its output comes from there: where the largest weight also has the
// largest share, one memory value carries the head (Katz and Belinkov 2023). The position is the largest of the whole row; its share is there
// where the edge is stored, as it is for all heads at the target position. Traces of version 1 have no whole patterns.
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
WITH coalesce($position, t.targetPosition) AS at
MATCH (h:HeadPattern {trace: $trace}) WHERE $layer IS NULL OR h.layer = $layer
WITH at, h, h.keys[h.starts[at]..h.starts[at + 1]] AS keys, h.weights[h.starts[at]..h.starts[at + 1]] AS weights
UNWIND range(0, coalesce(size(keys), 0) - 1) AS i
WITH at, h, keys[i] AS key, weights[i] AS weight ORDER BY weight DESC, key
WITH at, h, collect({key: key, weight: weight})[0] AS most
MATCH (p:Position {trace: $trace, index: most.key})
OPTIONAL MATCH (o:Activation {trace: $trace, node: 'L' + h.layer + 'P' + at + '.H' + h.head})
OPTIONAL MATCH (v:Activation {trace: $trace, node: 'L' + h.layer + 'P' + most.key + '.H' + h.head + '.v'})
OPTIONAL MATCH (v)-[a:ATTENDED_BY]->(o)
RETURN h.layer AS layer, h.name AS head, most.key AS key, p.text AS token, most.weight AS weight, a.share AS share,
       a.rank AS rank, o.targetRank AS targetRank, v.targetRank AS targetRankOfValue
ORDER BY layer, h.head
LIMIT $limit
