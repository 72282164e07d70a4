RETURN {trace: 'walk'} AS parameters, [
  [0, 'Residual', 'L0P4.embed', 1.0, 0.6], [0, 'AttentionOutput', 'L0P4.attn', 2.0, 0.4], [0, 'Residual', 'L0P4.mid', 2.5, 0.7],
  [0, 'MlpOutput', 'L0P4.mlp', 1.5, 0.3], [0, 'Residual', 'L0P4.post', 3.0, 0.5], [1, 'AttentionOutput', 'L1P4.attn', 4.0, 0.5],
  [1, 'Residual', 'L1P4.mid', 5.0, 0.9], [1, 'MlpOutput', 'L1P4.mlp', 1.0, 0.1], [1, 'Residual', 'L1P4.post', 6.0, null]] AS rows
UNION ALL
RETURN {trace: 'walk', position: 0, limit: 2} AS parameters, [
  [0, 'Residual', 'L0P0.embed', 0.5, 0.25], [0, 'AttentionOutput', 'L0P0.attn', 0.5, 0.25]] AS rows
UNION ALL
RETURN {trace: 'rest'} AS parameters, [[0, 'Residual', 'L0P0.embed', 1.0, null]] AS rows
