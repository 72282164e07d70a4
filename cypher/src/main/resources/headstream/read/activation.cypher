// One activation: the tokens it writes and erases, what it is made of and what it goes into.
MATCH (n:Activation {trace: $trace, node: $node})
OPTIONAL MATCH (p:Position {trace: $trace, index: n.position})
RETURN properties(n) AS properties, labels(n) AS labels, p.text AS text,
  [(n)-[w:WRITES]->(k:Token) | w {.*, text: k.text, token: k.id}] AS writes,
  [(n)-[e:ERASES]->(k:Token) | e {.*, text: k.text, token: k.id}] AS erases,
  [(part)-[r:ADDS_TO|ATTENDED_BY|READ_BY]->(n) | {
    type: type(r), edge: properties(r), properties: properties(part), labels: labels(part),
    topToken: head([(part)-[:WRITES {rank: 1}]->(k:Token) | coalesce(k.bytes, k.text)])}] AS inputs,
  [(n)-[r:ADDS_TO|ATTENDED_BY|READ_BY]->(whole) | {
    type: type(r), edge: properties(r), properties: properties(whole), labels: labels(whole),
    topToken: head([(whole)-[:WRITES {rank: 1}]->(k:Token) | coalesce(k.bytes, k.text)])}] AS outputs
