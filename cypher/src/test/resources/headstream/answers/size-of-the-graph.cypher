RETURN {} AS parameters,
  [r IN [['Model', 1], ['Head', 8], ['Neuron', 3], ['Token', 8], ['Trace', 3], ['Position', 7], ['Residual', 11], ['AttentionOutput', 2], ['MlpOutput', 3],
         ['HeadOutput', 13], ['MemoryValue', 20], ['NeuronActivation', 3], ['Normalized', 2], ['Bias', 0]] | ['node'] + r] +
  [r IN [['ADDS_TO', 18], ['ATTENDED_BY', 21], ['READ_BY', 0], ['WRITES', 23], ['ERASES', 2], ['PREDICTS', 4], ['OF', 39], ['HAS_HEAD', 8],
         ['HAS_NEURON', 3], ['HAS_POSITION', 7], ['IS', 7], ['NEXT', 5]] | ['relationship'] + r] AS rows
