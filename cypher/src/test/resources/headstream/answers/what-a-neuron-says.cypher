RETURN {neuron: 'L0N1', model: 'worked'} AS parameters, [
  ['worked', 'DETECTS', 1, ' Mary', 4.0], ['worked', 'PROMOTES', 1, ' one', 3.0], ['worked', 'PROMOTES', 2, ' two', 2.0],
  ['worked', 'SUPPRESSES', 8, ',', -3.0]] AS rows
