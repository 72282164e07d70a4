// Prompts where a head matters
// The traces in which a head adds most to, or takes most from, the metric at the target position.
// group: Heads
// params:
//   head (head, required) the head's name, such as L3H2
//   model (model, default any) id or name of the model
//   limit (integer, default 25) most rows
// columns:
//   trace (trace) id of the trace
//   modelName (string) the name of its model
//   prompt (string) its prompt
//   target (token) its target
//   dla (float) the head's direct logit attribution to the target
//   ofMetric (float) dla over the metric's value
//   share (float) the output's share of the residual state it ends in
//   influence (float) how much of the last residual state came through it
MATCH (h:Head {name: $head})<-[:OF]-(o:HeadOutput)
WHERE ($model IS NULL OR h.model = $model) AND o.dla IS NOT NULL
MATCH (t:Trace {id: o.trace})
RETURN t.id AS trace, t.modelName AS modelName, t.prompt AS prompt, t.target AS target, o.dla AS dla, o.dla / t.metricValue AS ofMetric,
       o.share AS share, o.influence AS influence
ORDER BY abs(dla) DESC, trace
LIMIT $limit
