RETURN {trace: 'walk', limit: 3} AS parameters, [
  [0, 'Residual', 'L0P4.embed', [' Mary'], [], 0.6, 9], [0, 'AttentionOutput', 'L0P4.attn', [' saw'], [' the'], 0.4, 7],
  [0, 'Residual', 'L0P4.mid', [' saw', ' Mary'], [], 0.7, 6]] AS rows
