// Components that differ most between two traces
// Heads and MLPs at the target positions of two traces, by the difference of their direct logit attribution; of an answer of several tokens it is
// the sum over its positions, and the share their mean.
// Traces of models of different shapes have no row in common.
// group: Comparison
// params:
//   left (trace, required) id of one trace
//   right (trace, default latest) id of the other
//   limit (integer, default 25) most rows
// columns:
//   component (string) the head or MLP, such as L3H2 or mlp_out L3
//   left (float) its direct logit attribution in the left trace
//   right (float) in the right trace
//   difference (float) right minus left; null, and last, where one of the traces did not keep the component
//   leftShare (float) its share of the residual state it ends in, in the left trace
//   rightShare (float) in the right trace
//   leftModel (string) name of the left trace's model, where it has the row
//   rightModel (string) the same of the right trace
UNWIND [$left, $right] AS id
MATCH (t:Trace {id: id})
MATCH (m:Model {id: t.model})
MATCH (n:Activation {trace: id})
WHERE n.position IN coalesce(t.targetPositions, [t.targetPosition]) AND n.dla IS NOT NULL AND (n:HeadOutput OR n:MlpOutput)
WITH n.name AS component, m {.layers, .heads, .dModel, .dMlp} AS shape,
     CASE WHEN $left IN collect(id) THEN sum(CASE WHEN id = $left THEN n.dla END) END AS left,
     CASE WHEN $right IN collect(id) THEN sum(CASE WHEN id = $right THEN n.dla END) END AS right,
     avg(CASE WHEN id = $left THEN n.share END) AS leftShare,
     avg(CASE WHEN id = $right THEN n.share END) AS rightShare,
     max(CASE WHEN id = $left THEN m.name END) AS leftModel, max(CASE WHEN id = $right THEN m.name END) AS rightModel
RETURN component, left, right, right - left AS difference, leftShare, rightShare, leftModel, rightModel
ORDER BY difference IS NULL, abs(coalesce(difference, left, right)) DESC, component
LIMIT $limit
