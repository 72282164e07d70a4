// L1H2 has it at rank 7 alone, which is beyond 5
RETURN {trace: 'walk'} AS parameters, [
  ['L0P4.post', 'Residual', 0, 4, 'WRITES', 4, 0.1, 0.5], ['L1P4.H0', 'HeadOutput', 1, 4, 'WRITES', 1, 0.9, 0.25],
  ['L1P4.attn', 'AttentionOutput', 1, 4, 'WRITES', 1, 0.7, 0.5], ['L1P4.mid', 'Residual', 1, 4, 'WRITES', 1, 0.6, 0.9],
  ['L1P4.post', 'Residual', 1, 4, 'WRITES', 1, 0.8, null], ['L1P4.H1', 'HeadOutput', 1, 4, 'ERASES', 8, 0.0, 0.125]] AS rows
