// effects of all positions together: L1.mlp 0.55, L1H1 -0.9, L1H0 2.4
RETURN {trace: 'walk', limit: 3} AS parameters,
  [['L1.mlp', 1, -0.55, -1.0, -0.45], ['L1H1', 1, 0.9, 0.5, -0.4], ['L1H0', 1, -2.4, -2.0, 0.4]] AS rows
