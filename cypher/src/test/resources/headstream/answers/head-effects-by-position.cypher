// L0H0 at 2 is what L1H0 reads as its key
RETURN {trace: 'walk', limit: 4} AS parameters, [
  ['L1H0', 4, ' Mary', 2.4, 0.4, 0.25, 2.0], ['L0H0', 2, ' one', 1.1, 0.3, 0.125, 0.5], ['L1H1', 4, ' Mary', -0.9, 0.1, 0.125, 1.0],
  ['L0H1', 4, ' Mary', 0.6, 0.2, 0.2, 1.0]] AS rows
UNION ALL
RETURN {trace: 'run', layer: 1, limit: 1} AS parameters, [['L1H0', 1, ' Mary', null, 0.2, 0.25, 1.0]] AS rows
