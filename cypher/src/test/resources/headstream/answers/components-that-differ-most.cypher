RETURN {left: 'walk', right: 'run', limit: 3} AS parameters, [
  ['L1H0', 2.5, -0.2, -2.7, 0.25, 0.25], ['mlp_out L0', 0.4, 1.0, 0.6, 0.3, 0.25], ['L1H1', -1.0, null, null, 0.125, null]] AS rows
