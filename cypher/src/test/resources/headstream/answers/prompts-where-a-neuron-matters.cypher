RETURN {neuron: 'L0N1', model: 'worked'} AS parameters, [
  ['walk', 'a worked example', 'Mary one saw Mary', 4, ' Mary', 2.0, 3.0, 0.4, 0.3],
  ['walk', 'a worked example', 'Mary one saw Mary', 1, ' Mary', 1.0, 1.0, 0.05, null]] AS rows
