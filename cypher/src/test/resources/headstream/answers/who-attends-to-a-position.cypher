RETURN {trace: 'walk', position: 2, limit: 8} AS parameters, [
  ['L1H2', 2, ' one', 1.0, null, null], ['L0H2', 2, ' one', 0.9, null, null], ['L0H0', 3, ' saw', 0.8, 1.0, null],
  ['L1H2', 4, ' Mary', 0.8, 0.8, null], ['L1H0', 4, ' Mary', 0.7, 0.8, 1.5], ['L1H1', 4, ' Mary', 0.6, 0.3, -1.0],
  ['L0H1', 2, ' one', 0.5, null, null], ['L1H3', 2, ' one', 1 / 3.0, null, null]] AS rows
