// in one of three traces
RETURN {model: 'worked'} AS parameters, [
  ['L0N1', 'worked', 'a worked example', 1, 1 / 3.0, 2, 2.0, 3.0], ['L1N1', 'worked', 'a worked example', 1, 1 / 3.0, 1, 1.5, 1.5]] AS rows
