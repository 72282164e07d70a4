// Motif
// Chains of components of a trace that follow a pattern, such as `MlpOutput > HeadOutput > logits`: each step a label, a component's name
// or `*`, each arrow an edge of AFFECTS or ATTENDED_BY (so a head's keys and values are met as MemoryValue before its HeadOutput).
// `logits` is the last residual state. The strength of a chain is the product of its edges' effects.
// group: Flow
// params:
//   trace (trace, default latest) id of the trace
//   pattern (string, default "HeadOutput > MemoryValue > HeadOutput") two to five steps between >
//   limit (integer, default 25) most rows
// columns:
//   strength (float) product of the absolute effects along the chain
//   chain (list) the components' names
//   nodes (list) their ids within the trace
//   via (list) as what each is read: query, key, value, mlp, logits, or attention
WITH [step IN split($pattern, '>') | trim(step)] AS steps
MATCH (t:Trace {id: $trace})
MATCH (a:Activation {trace: $trace})-[e1:AFFECTS|ATTENDED_BY]->(b:Activation)
USING INDEX a:Activation(trace)
WHERE size(steps) >= 2
  AND (steps[0] = '*' OR steps[0] IN labels(a) OR steps[0] = a.name)
  AND (steps[1] = '*' OR steps[1] IN labels(b) OR steps[1] = b.name
    OR (steps[1] = 'logits' AND type(e1) = 'AFFECTS' AND e1.via = 'logits'))
MATCH (b)-[e2:AFFECTS|ATTENDED_BY]->{0,1}(c)
WHERE size(e2) = CASE WHEN size(steps) > 2 THEN 1 ELSE 0 END
  AND (size(e2) = 0 OR steps[2] = '*' OR steps[2] IN labels(c) OR steps[2] = c.name
    OR (steps[2] = 'logits' AND e2[0].via = 'logits'))
MATCH (c)-[e3:AFFECTS|ATTENDED_BY]->{0,1}(d)
WHERE size(e3) = CASE WHEN size(steps) > 3 THEN 1 ELSE 0 END
  AND (size(e3) = 0 OR steps[3] = '*' OR steps[3] IN labels(d) OR steps[3] = d.name
    OR (steps[3] = 'logits' AND e3[0].via = 'logits'))
MATCH (d)-[e4:AFFECTS|ATTENDED_BY]->{0,1}(e)
WHERE size(e4) = CASE WHEN size(steps) > 4 THEN 1 ELSE 0 END
  AND (size(e4) = 0 OR steps[4] = '*' OR steps[4] IN labels(e) OR steps[4] = e.name
    OR (steps[4] = 'logits' AND e4[0].via = 'logits'))
WITH [e1] + e2 + e3 + e4 AS edges
WITH edges, reduce(product = 1.0, edge IN edges | product * abs(coalesce(edge.effect, 0.0))) AS strength,
     [startNode(edges[0])] + [edge IN edges | endNode(edge)] AS nodes
ORDER BY strength DESC LIMIT $limit
RETURN strength, [node IN nodes | node.name] AS chain, [node IN nodes | node.node] AS nodes,
       [edge IN edges | coalesce(edge.via, 'attention')] AS via
ORDER BY strength DESC, nodes
