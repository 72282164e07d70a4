// L1H0: 2.5 and -0.2; the mean of their squares is 3.145, of themselves 1.15
RETURN {model: 'worked', limit: 3} AS parameters, [
  ['L1H0', 'worked', 'a worked example', 1.35, 1.15, 1.35, 0.25, 2], ['L1H1', 'worked', 'a worked example', 1.0, -1.0, 0.0, 0.125, 1],
  ['L1H2', 'worked', 'a worked example', 0.5, 0.5, 0.0, 0.0625, 1]] AS rows
