// Parts of a whole
// What was added up in one activation: the stored parts by share, and the remainder that was not stored.
// group: Flow
// params:
//   node (string, required) id of the whole within the trace, such as L3P5.mid, L3P5.attn, L3P5.mlp or L3P5.H2
//   trace (trace, default latest) id of the trace
//   limit (integer, default 100) most rows
// columns:
//   node (string) id of the part; the last row is the remainder
//   part (string) what a person calls it
//   share (float) its share of the whole
//   norm (float) its L2 norm, of an attention edge weight times memory value
//   dla (float) its direct logit attribution, at the target position
MATCH (w:Activation {trace: $trace, node: $node})
CALL (w) {
  MATCH (w)<-[e:ADDS_TO|ATTENDED_BY]-(n)
  RETURN n.node AS node, n.name AS part, e.share AS share, e.norm AS norm, e.dla AS dla, 0 AS last
  UNION
  WITH w WHERE w.remainder IS NOT NULL
  RETURN null AS node, 'remainder' AS part, w.remainder AS share, null AS norm, w.remainderDla AS dla, 1 AS last
}
RETURN node, part, share, norm, dla
ORDER BY last, share IS NULL, share DESC, node
LIMIT $limit
