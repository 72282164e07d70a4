// What the flow picture of a trace draws.
// params:
//   trace (trace) its id
//   labels (list) Residual and those of HeadOutput, MlpOutput, NeuronActivation, AttentionOutput that the detail has
// columns:
//   properties (map) its own
//   labels (list) its own
MATCH (n:Activation {trace: $trace})
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN properties(n) AS properties, labels(n) AS labels
