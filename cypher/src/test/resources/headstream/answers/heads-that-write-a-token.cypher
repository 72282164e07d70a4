RETURN {token: ' one', rank: 10, model: 'worked'} AS parameters, [
  ['L1H0', 'worked', 'a worked example', 1, 1, 1.0, 2.5], ['L1H2', 'worked', 'a worked example', 1, 1, 7.0, 0.5]] AS rows
