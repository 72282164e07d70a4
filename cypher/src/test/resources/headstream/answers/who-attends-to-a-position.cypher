RETURN {trace: 'walk', position: 2} AS parameters, [
  ['L0H0', 3, ' saw', 0.8, 1.0, null], ['L1H2', 4, ' Mary', 0.8, 0.8, null], ['L1H0', 4, ' Mary', 0.7, 0.8, 1.5], ['L1H1', 4, ' Mary', 0.6, 0.3, -1.0],
  ['L1H3', 4, ' Mary', 0.2, 0.2, null]] AS rows
