RETURN {trace: 'walk', kind: 'HeadOutput', limit: 5} AS parameters, [
  ['L1P4.H0', 'L1H0', 'HeadOutput', 4, 2.4, 2.5, 0.25, 0.4], ['L0P2.H0', 'L0H0', 'HeadOutput', 2, 1.1, null, 0.125, 0.3],
  ['L1P4.H1', 'L1H1', 'HeadOutput', 4, -0.9, -1.0, 0.125, 0.1], ['L0P4.H1', 'L0H1', 'HeadOutput', 4, 0.6, 0.2, 0.2, 0.2],
  ['L1P4.H2', 'L1H2', 'HeadOutput', 4, 0.4, 0.5, 0.0625, 0.1]] AS rows
UNION ALL
RETURN {trace: 'walk', limit: 4} AS parameters, [
  ['L1P4.post', 'post L1', 'Residual', 4, 3.9, 3.9, null, 1.0], ['L1P4.mid', 'mid L1', 'Residual', 4, 3.0, 3.3, 0.9, 0.9],
  ['L1P4.H0', 'L1H0', 'HeadOutput', 4, 2.4, 2.5, 0.25, 0.4], ['L1P4.attn', 'attn_out L1', 'AttentionOutput', 4, 2.0, 2.1, 0.5, 0.0]] AS rows
UNION ALL
RETURN {trace: 'walk', kind: 'NeuronActivation', limit: 1} AS parameters, [
  ['L0P4.N1', 'L0N1', 'NeuronActivation', 4, 0.4, 0.3, 0.15, 0.1]] AS rows
UNION ALL
RETURN {trace: 'rest'} AS parameters, [['L0P0.embed', 'embed L0', 'Residual', 0, 0.25, null, null, null]] AS rows
