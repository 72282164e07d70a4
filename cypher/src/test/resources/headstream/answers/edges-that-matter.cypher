RETURN {trace: 'walk'} AS parameters, [
  ['L1H0', 'post L1', 'logits', 4, 2.5, 1], ['L0H0', 'L1H0 value', 'key', 2, 0.8, 2], ['L0H1', 'L1H0', 'query', 4, 0.6, 3],
  ['mlp_out L0', 'L1H1', 'query', 4, -0.5, 4], ['L0H0', 'L1H1 value', 'value', 2, 0.3, 5]] AS rows
