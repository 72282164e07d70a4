// Circuits
// The circuits that were found, the newest first: how much of the metric each keeps on prompts that it was not found with, beside random circuits of
// its size.
// group: Flow
// params:
//   model (model, default any) id or name of the model
//   limit (integer, default 50) most rows
// columns:
//   circuit (string) its name
//   model (string) id of its model
//   modelName (string) the model's name
//   edges (integer) how many edges it has
//   nodes (integer) how many nodes they join
//   faithfulness (float) 0 as no edge, 1 as the model (Hanna et al. 2024)
//   random (float) the mean of the same of random circuits of its size
//   complement (float) the same of the model without its edges
//   incompleteness (float) mean difference of the two without random halves of it (Wang et al. 2022)
//   metric (float) with its edges alone
//   metricFull (float) with all edges
//   metricEmpty (float) with none
//   prompts (integer) how many it was judged by
MATCH (c:Circuit)
WHERE $model IS NULL OR c.model = $model
MATCH (m:Model {id: c.model})
RETURN c.name AS circuit, m.id AS model, m.name AS modelName, c.edges AS edges, c.nodes AS nodes, c.faithfulness AS faithfulness,
       reduce(sum = 0.0, r IN c.random | sum + r) / size(c.random) AS random, c.complement AS complement, c.incompleteness AS incompleteness,
       c.metricValue AS metric, c.metricFull AS metricFull, c.metricEmpty AS metricEmpty, c.judgedBy AS prompts
ORDER BY c.createdAt DESC, circuit
LIMIT $limit
