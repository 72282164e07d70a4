// One activation: the tokens it writes and erases, what it is made of and what it goes into.
// params:
//   trace (trace) its id
//   node (string) its id within the trace
// columns:
//   properties (map) its own
//   labels (list) its own
//   text (string) of the token at its position
//   writes (list) tokens, each with the figures of its edge
//   erases (list) the same
//   seeks (list) the same
//   offers (list) the same
//   lifts (list) the same
//   filters (list) the same
//   inputs (list) {type, edge, properties, labels, topToken} of what goes into it
//   outputs (list) the same of what it goes into
MATCH (n:Activation {trace: $trace, node: $node})
OPTIONAL MATCH (p:Position {trace: $trace, index: n.position})
RETURN properties(n) AS properties, labels(n) AS labels, p.text AS text,
  [(n)-[w:WRITES]->(k:Token) | w {.*, text: k.text, token: k.id}] AS writes,
  [(n)-[e:ERASES]->(k:Token) | e {.*, text: k.text, token: k.id}] AS erases,
  [(n)-[s:SEEKS]->(k:Token) | s {.*, text: k.text, token: k.id}] AS seeks,
  [(n)-[o:OFFERS]->(k:Token) | o {.*, text: k.text, token: k.id}] AS offers,
  [(n)-[l:LIFTS]->(k:Token) | l {.*, text: k.text}] AS lifts,
  [(n)-[f:FILTERS]->(k:Token) | f {.*, text: k.text}] AS filters,
  [(part)-[r:ADDS_TO|ATTENDED_BY|READ_BY|AFFECTS]->(n) | {
    type: type(r), edge: properties(r), properties: properties(part), labels: labels(part),
    topToken: head([(part)-[:WRITES {rank: 1}]->(k:Token) | k.text])}] AS inputs,
  [(n)-[r:ADDS_TO|ATTENDED_BY|READ_BY|AFFECTS]->(whole) | {
    type: type(r), edge: properties(r), properties: properties(whole), labels: labels(whole),
    topToken: head([(whole)-[:WRITES {rank: 1}]->(k:Token) | k.text])}] AS outputs
