RETURN {} AS parameters,
  [r IN [['Model', 1], ['Head', 8], ['Neuron', 3], ['Token', 8], ['Trace', 3], ['Position', 7], ['HeadPattern', 16], ['HookPoint', 18], ['Sweep', 6], ['Circuit', 2], ['CircuitNode', 7], ['Residual', 12],
         ['AttentionOutput', 2], ['MlpOutput', 3], ['HeadOutput', 13], ['MemoryValue', 20], ['NeuronActivation', 3], ['Normalized', 2], ['Bias', 0], ['Change', 0]]
   | ['node'] + r] +
  [r IN [['ADDS_TO', 18], ['ATTENDED_BY', 21], ['AFFECTS', 5], ['FIRES', 4], ['READ_BY', 0], ['WRITES', 23], ['ERASES', 2], ['SEEKS', 1], ['OFFERS', 2],
         ['LIFTS', 2], ['FILTERS', 3], ['PREDICTS', 4], ['OF', 61], ['INTERVENES_ON', 1], ['NEXT_STEP', 1], ['MEASURED', 12], ['HAS_NODE', 7], ['FEEDS', 5], ['PROMOTES', 3], ['SUPPRESSES', 1], ['DETECTS', 1], ['COPIES', 2], ['HAS_HEAD', 8],
         ['HAS_NEURON', 3], ['HAS_POSITION', 7], ['IS', 9], ['NEXT', 5]] | ['relationship'] + r] AS rows
