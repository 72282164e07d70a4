// What the flow picture of a trace draws.
// $trace: id; $labels: Residual and those of HeadOutput, MlpOutput, NeuronActivation, AttentionOutput that the detail has
MATCH (n:Activation {trace: $trace})
WHERE any(label IN labels(n) WHERE label IN $labels)
RETURN properties(n) AS properties, labels(n) AS labels
