// Where a position reads
// What attention brings to a position from every other, over all heads of each layer: the sum of the attention edges' parts of attn_out.
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
//   share (float) part of the layer's attn_out that comes from there, by the stored edges
//   dla (float) direct logit attribution of it, at the target position
//   heads (integer) heads that read it
MATCH (t:Trace {id: $trace})
MATCH (o:HeadOutput {trace: $trace, position: coalesce($position, t.targetPosition)})
WHERE $layer IS NULL OR o.layer = $layer
MATCH (o)-[into:ADDS_TO]->(:AttentionOutput)
MATCH (o)<-[a:ATTENDED_BY]-(v:MemoryValue)
WITH o.layer AS layer, v.position AS from, sum(into.share * a.share) AS share, sum(a.dla) AS dla, count(*) AS heads,
     max(a.dla) IS NOT NULL AS known
MATCH (p:Position {trace: $trace, index: from})
RETURN layer, from, p.text AS token, share, CASE WHEN known THEN toFloat(dla) END AS dla, heads
ORDER BY layer, share DESC, from
LIMIT $limit
