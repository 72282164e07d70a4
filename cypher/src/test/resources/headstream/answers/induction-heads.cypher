// after the earlier " Mary" stands position 2
RETURN {model: 'worked', limit: 5} AS parameters, [
  ['L1H2', 'worked', 'a worked example', 0.8, 1], ['L1H0', 'worked', 'a worked example', 0.7, 1], ['L1H1', 'worked', 'a worked example', 0.6, 1],
  ['L1H3', 'worked', 'a worked example', 0.2, 1], ['L0H0', 'worked', 'a worked example', 0.0, 1]] AS rows
