// Which of some tokens some outputs write among their first.
// params:
//   trace (trace) its id
//   nodes (list) ids of outputs within the trace
//   tokens (list) texts
//   rank (integer) how many are the first
// columns:
//   node (string) the output
//   token (string) what it writes
//   rank (integer) as which
UNWIND $nodes AS node
MATCH (o:Activation {trace: $trace, node: node})-[w:WRITES]->(k:Token)
WHERE w.rank <= $rank AND k.text IN $tokens
RETURN node, k.text AS token, w.rank AS rank
ORDER BY rank
