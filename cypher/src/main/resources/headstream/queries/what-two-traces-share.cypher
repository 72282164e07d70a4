// What two traces share
// Heads and MLPs that matter at the target positions of two traces: those that do in both, and those that do in one of them alone. A
// component matters where it adds or takes at least the given part of the metric. Traces of models of different shapes have no row in common.
// group: Comparison
// params:
//   left (trace, required) id of one trace
//   right (trace, default latest) id of the other
//   least (float, default 0.05) the least part of the metric, added or taken
//   limit (integer, default 100) most rows
// columns:
//   in (string) both, left or right
//   component (string) the head or MLP, such as L3H2 or mlp_out L3
//   left (float) its direct logit attribution over the metric, in the left trace
//   right (float) the same in the right trace
//   leftModel (string) name of the left trace's model, where it has the row
//   rightModel (string) the same of the right trace
UNWIND [$left, $right] AS id
MATCH (t:Trace {id: id})
MATCH (m:Model {id: t.model})
MATCH (n:Activation {trace: id})
WHERE n.position IN coalesce(t.targetPositions, [t.targetPosition]) AND n.dla IS NOT NULL AND (n:HeadOutput OR n:MlpOutput)
WITH n.name AS component, m {.layers, .heads, .dModel, .dMlp} AS shape,
     CASE WHEN $left IN collect(id) THEN sum(CASE WHEN id = $left THEN n.dla / t.metricValue END) END AS left,
     CASE WHEN $right IN collect(id) THEN sum(CASE WHEN id = $right THEN n.dla / t.metricValue END) END AS right,
     max(CASE WHEN id = $left THEN m.name END) AS leftModel, max(CASE WHEN id = $right THEN m.name END) AS rightModel
WITH component, left, right, leftModel, rightModel, abs(coalesce(left, 0.0)) >= $least AS inLeft, abs(coalesce(right, 0.0)) >= $least AS inRight
WHERE inLeft OR inRight
RETURN CASE WHEN inLeft AND inRight THEN 'both' WHEN inLeft THEN 'left' ELSE 'right' END AS in, component, left, right, leftModel, rightModel
ORDER BY in, abs(coalesce(left, 0.0)) + abs(coalesce(right, 0.0)) DESC, component
LIMIT $limit
