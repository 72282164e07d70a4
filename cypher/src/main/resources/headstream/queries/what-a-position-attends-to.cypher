// What a position attends to
// The attention edges into one position, by layer and head, largest weight first.
// group: Attention
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position that attends; any stands for the target position
//   layer (integer, default any) only this layer
//   head (head, default any) only this head, such as L3H2
//   limit (integer, default 200) most rows
// columns:
//   layer (integer) the layer
//   head (head) the head
//   key (position) the position attended to
//   token (token) its token
//   weight (float) attention weight
//   share (float) share of the head's output that comes from there
//   norm (float) L2 norm of weight times memory value
MATCH (t:Trace {id: $trace})
MATCH (o:HeadOutput {trace: $trace})<-[a:ATTENDED_BY]-(v:MemoryValue)
WHERE o.position = coalesce($position, t.targetPosition)
  AND ($layer IS NULL OR o.layer = $layer)
  AND ($head IS NULL OR o.name = $head)
MATCH (p:Position {trace: $trace, index: v.position})
RETURN o.layer AS layer, o.name AS head, p.index AS key, p.text AS token, a.weight AS weight, a.share AS share,
       a.norm AS norm
ORDER BY layer, o.head, weight DESC
LIMIT $limit
