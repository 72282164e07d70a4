RETURN {trace: 'walk', limit: 4} AS parameters, [
  ['L1H0', 'HeadOutput', 1, 'L1P4.H0', 2.5, 0.625, 0.25, ' one'], ['L1H1', 'HeadOutput', 1, 'L1P4.H1', -1.0, -0.25, 0.125, null],
  ['mlp_out L1', 'MlpOutput', 1, 'L1P4.mlp', 0.6, 0.15, 0.1, null], ['embed L0', 'Residual', 0, 'L0P4.embed', 0.5, 0.125, 0.6, ' Mary']] AS rows
