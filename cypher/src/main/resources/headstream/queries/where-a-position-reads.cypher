// Where a position reads
// What attention brings to a position from every other, over all heads of each layer: their attention, of whole patterns, and what the edges
// that are stored make of attn_out. Traces of version 1 have no whole patterns.
// group: Positions
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position that reads; any stands for the target position
//   layer (integer, default any) only this layer
//   limit (integer, default 200) most rows
// columns:
//   layer (integer) the layer
//   from (position) the position that is read
//   token (token) the token there
//   attention (float) sum over the layer's heads of their attention weight on it
//   share (float) part of the layer's attn_out that comes from there, by the stored edges; absent where none is stored
//   dla (float) direct logit attribution of it, at the target position, by the same
//   heads (integer) heads whose edge from there is stored
MATCH (t:Trace {id: $trace})
WITH coalesce($position, t.targetPosition) AS at
MATCH (h:HeadPattern {trace: $trace}) WHERE $layer IS NULL OR h.layer = $layer
WITH at, h, h.keys[h.starts[at]..h.starts[at + 1]] AS keys, h.weights[h.starts[at]..h.starts[at + 1]] AS weights
CALL (at, h) {
  OPTIONAL MATCH (o:Activation {trace: $trace, node: 'L' + h.layer + 'P' + at + '.H' + h.head})<-[a:ATTENDED_BY]-(v:MemoryValue)
  OPTIONAL MATCH (o)-[into:ADDS_TO]->(:AttentionOutput)
  RETURN collect({key: v.position, share: into.share * a.share, dla: a.dla}) AS edges
}
UNWIND range(0, coalesce(size(keys), 0) - 1) AS i
WITH h.layer AS layer, keys[i] AS from, weights[i] AS weight, [edge IN edges WHERE edge.key = keys[i]][0] AS edge
WITH layer, from, sum(weight) AS attention, sum(edge.share) AS share, sum(edge.dla) AS dla, count(edge) AS heads,
     count(edge.dla) AS attributed
MATCH (p:Position {trace: $trace, index: from})
RETURN layer, from, p.text AS token, attention, CASE WHEN heads > 0 THEN toFloat(share) END AS share,
       CASE WHEN attributed > 0 THEN toFloat(dla) END AS dla, heads
ORDER BY layer, share IS NULL, share DESC, attention DESC, from
LIMIT $limit
