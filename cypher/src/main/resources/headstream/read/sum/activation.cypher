// What one activation is made of: its stored parts, and what they leave out.
// params:
//   trace (trace) its id
//   node (string) its id within the trace
// columns:
//   dla (float) its own, or null away from the target position
//   remainder (float) share that the stored parts leave out
//   remainderDla (float) DLA that they leave out
//   parts (list) {properties, labels, dla, share}, the largest first
MATCH (n:Activation {trace: $trace, node: $node})
CALL (n) {
  OPTIONAL MATCH (part:Activation)-[r:ADDS_TO|ATTENDED_BY]->(n)
  WITH part, r ORDER BY coalesce(abs(r.dla), r.share) DESC
  RETURN collect(CASE WHEN part IS NULL THEN null
    ELSE {properties: properties(part), labels: labels(part), dla: r.dla, share: r.share} END) AS parts
}
RETURN n.dla AS dla, n.remainder AS remainder, n.remainderDla AS remainderDla, parts
