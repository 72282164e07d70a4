RETURN {trace: 'walk', limit: 3} AS parameters, [
  [0, 'Residual', 'L0P4.embed', [' Mary', '<s>', ' saw', ' two', ' the'], [], 0.6, 9], [0, 'AttentionOutput', 'L0P4.attn', [' saw'], [' the'], 0.4, 7],
  [0, 'Residual', 'L0P4.mid', [' saw', ' Mary', ' the', ' two', '<s>'], [], 0.7, 6]] AS rows
UNION ALL
RETURN {trace: 'walk', position: 1, limit: 2} AS parameters, [
  [0, 'Residual', 'L0P1.embed', [' Mary', '<s>', ' one', ' saw', ' two'], [], 0.25, 3], [0, 'AttentionOutput', 'L0P1.attn', [], [], 0.25, null]] AS rows
UNION ALL
RETURN {trace: 'run', limit: 1} AS parameters, [[0, 'Residual', 'L0P1.embed', [' Mary'], [], 0.25, 9]] AS rows
