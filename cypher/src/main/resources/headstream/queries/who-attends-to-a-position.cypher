// What attends to a position
// Which heads attend to a position, from where, largest weight first: of all heads' whole patterns, with the figures of those edges that are
// stored. Traces of version 1 have no whole patterns.
// group: Attention
// params:
//   trace (trace, default latest) id of the trace
//   position (position, default 0) the position that is attended to
//   layer (integer, default any) only this layer
//   limit (integer, default 100) most rows
// columns:
//   head (head) the head
//   from (position) the position that attends
//   token (token) its token
//   weight (float) attention weight
//   share (float) share of the head's output that comes from here, where the edge is stored
//   effect (float) what the metric would lose without this edge, to first order, where it is stored
MATCH (h:HeadPattern {trace: $trace}) WHERE $layer IS NULL OR h.layer = $layer
WITH h, h.starts AS starts, h.keys AS keys, h.weights AS weights
UNWIND range($position, size(starts) - 2) AS from
WITH h, from, keys[starts[from]..starts[from + 1]] AS row, weights[starts[from]..starts[from + 1]] AS weights
WHERE $position IN row
WITH h, from, weights[size([key IN row WHERE key < $position])] AS weight
ORDER BY weight DESC, h.name, from LIMIT $limit
MATCH (p:Position {trace: $trace, index: from})
OPTIONAL MATCH (:Activation {trace: $trace, node: 'L' + h.layer + 'P' + $position + '.H' + h.head + '.v'})
  -[a:ATTENDED_BY]->(:Activation {trace: $trace, node: 'L' + h.layer + 'P' + from + '.H' + h.head})
RETURN h.name AS head, from, p.text AS token, weight, a.share AS share, a.effect AS effect
ORDER BY weight DESC, head, from
