// both read " one" at 2 to its gain; L1H2 has it at rank 7
RETURN {model: 'worked', tag: 'walk'} AS parameters, [
  ['L1H0', 'worked', 'a worked example', 2.0, 0.7, 1.0, 1, 1], ['L1H2', 'worked', 'a worked example', 0.25, 0.8, 1.0, 1, 1]] AS rows
