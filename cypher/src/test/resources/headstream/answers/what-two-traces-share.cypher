// parts of 4.0 on the left, of 2.0 on the right
RETURN {left: 'walk', right: 'run'} AS parameters, [
  ['both', 'L1H0', 0.625, -0.1], ['both', 'mlp_out L0', 0.1, 0.5], ['left', 'L1H1', -0.25, null], ['left', 'mlp_out L1', 0.15, null],
  ['left', 'L1H2', 0.125, null], ['left', 'L0H1', 0.05, null], ['right', 'L0H0', 0.025, 0.25]] AS rows
