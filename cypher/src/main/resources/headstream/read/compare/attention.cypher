// Attention terms (head and key) of two traces side by side, at one query position each.
// params:
//   sides (list) [{side: 'left' or 'right', trace: id, position: the query's, pairs: [the alignment's pair of each position]}]
//   component (head) or null for all
//   sort (string) weight, share, dla or effect
//   limit (integer) most rows
// columns:
//   name (head) which
//   layer (integer) the head's
//   head (integer) its index within the layer
//   pair (integer) of the alignment, the key's
//   left (map) the term's weight, and where it is stored its other figures and the key's node, on the left, or null
//   right (map) the same on the right, or null
//   difference (float) right minus left of the figure sorted by, or null
UNWIND $sides AS s
CALL (s) {
  MATCH (n:HeadPattern {trace: s.trace})
  WHERE ($component IS NULL OR n.name = $component) AND s.position < size(n.starts) - 1
  UNWIND range(n.starts[s.position], n.starts[s.position + 1] - 1) AS i
  RETURN n.name AS name, n.layer AS layer, n.head AS head, n.keys[i] AS key, {weight: n.weights[i]} AS term
  UNION ALL
  MATCH (h:HeadOutput {trace: s.trace})
  WHERE h.position = s.position AND ($component IS NULL OR h.name = $component)
  MATCH (v:MemoryValue)-[r:ATTENDED_BY]->(h)
  RETURN h.name AS name, h.layer AS layer, h.head AS head, v.position AS key, r {.*, node: v.node} AS term
}
WITH s, name, layer, head, key, collect(term) AS terms
WITH s, name, layer, head, key, coalesce([t IN terms WHERE t.node IS NOT NULL][0], terms[0]) AS term
WITH name, layer, head, s.pairs[key] AS pair,
  head(collect(CASE s.side WHEN 'left' THEN term END)) AS left,
  head(collect(CASE s.side WHEN 'right' THEN term END)) AS right
WITH *, right[$sort] - left[$sort] AS difference
RETURN name, layer, head, pair, left, right, difference
ORDER BY difference IS NULL, abs(difference) DESC, coalesce(abs(coalesce(left[$sort], right[$sort])), -1) DESC, layer, head, pair
LIMIT $limit
