RETURN {neuron: 'L0N1', model: 'worked'} AS parameters, [
  ['worked', 'a worked example', 'DETECTS', 1, ' Mary', 4.0], ['worked', 'a worked example', 'PROMOTES', 1, ' one', 3.0],
  ['worked', 'a worked example', 'PROMOTES', 2, ' two', 2.0],
  ['worked', 'a worked example', 'SUPPRESSES', 8, ',', -3.0]] AS rows
