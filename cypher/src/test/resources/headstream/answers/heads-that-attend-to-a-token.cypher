RETURN {token: ' one', model: 'worked'} AS parameters, [
  ['L0H0', 'worked', 0.8, 0.8, 1, 1], ['L1H2', 'worked', 0.8, 0.8, 1, 1], ['L1H0', 'worked', 0.7, 0.7, 1, 1], ['L1H1', 'worked', 0.6, 0.6, 1, 1],
  ['L1H3', 'worked', 0.2, 0.2, 1, 1]] AS rows
