// What heads and MLPs of a trace do to what later ones read.
// params:
//   trace (trace) its id
// columns:
//   from (string) the output that moves
//   to (string) what is moved
//   via (string) query, key, value or mlp
//   effect (float) along it
MATCH (o:HeadOutput {trace: $trace})-[e:AFFECTS]->(b:Activation)
WHERE e.via <> 'logits'
RETURN o.node AS from, b.node AS to, e.via AS via, e.effect AS effect
UNION ALL
MATCH (o:MlpOutput {trace: $trace})-[e:AFFECTS]->(b:Activation)
WHERE e.via <> 'logits'
RETURN o.node AS from, b.node AS to, e.via AS via, e.effect AS effect
