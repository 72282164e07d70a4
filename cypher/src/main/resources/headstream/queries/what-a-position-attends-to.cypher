// What a position attends to
// The whole row of every head's attention pattern at a position, by layer and head, largest weight first, with the figures of those edges
// that are stored. Traces of version 1 have no whole patterns.
// group: Attention
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default any) the position that attends; any stands for the target position
//   layer (integer, default any) only this layer
//   head (head, default any) only this head, such as L3H2
//   limit (integer, default 5000) most rows
// columns:
//   layer (integer) the layer
//   head (head) the head
//   key (position) the position attended to
//   token (token) its token
//   weight (float) attention weight
//   share (float) share of the head's output that comes from there, where the edge is stored
//   norm (float) L2 norm of weight times memory value, where it is stored
//   effect (float) what the metric would lose without it, to first order, where it is stored
//   rest (float) attention of the row to keys that are not listed; 0 but in long prompts
MATCH (t:Trace {id: $trace})
WITH coalesce($position, t.targetPosition) AS at
MATCH (h:HeadPattern {trace: $trace})
WHERE ($layer IS NULL OR h.layer = $layer) AND ($head IS NULL OR h.name = $head)
WITH at, h, h.keys[h.starts[at]..h.starts[at + 1]] AS keys, h.weights[h.starts[at]..h.starts[at + 1]] AS weights
CALL (at, h) {
  OPTIONAL MATCH (:Activation {trace: $trace, node: 'L' + h.layer + 'P' + at + '.H' + h.head})<-[a:ATTENDED_BY]-(v:MemoryValue)
  RETURN collect({key: v.position, figures: a}) AS edges
}
UNWIND range(0, coalesce(size(keys), 0) - 1) AS i
WITH at, h, keys[i] AS key, weights[i] AS weight, [edge IN edges WHERE edge.key = keys[i] | edge.figures][0] AS edge
MATCH (p:Position {trace: $trace, index: key})
RETURN h.layer AS layer, h.name AS head, p.index AS key, p.text AS token, weight, edge.share AS share, edge.norm AS norm,
       edge.effect AS effect, h.rest[at] AS rest
ORDER BY layer, h.head, weight DESC, key
LIMIT $limit
