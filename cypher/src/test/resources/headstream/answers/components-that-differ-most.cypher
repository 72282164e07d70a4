RETURN {left: 'walk', right: 'run', limit: 4} AS parameters, [
  ['L1H0', 2.5, -0.2, -2.7, 0.25, 0.25, 'a worked example', 'a worked example'],
  ['mlp_out L0', 0.4, 1.0, 0.6, 0.3, 0.25, 'a worked example', 'a worked example'], ['L0H0', 0.1, 0.5, 0.4, 0.1, 0.5, 'a worked example', 'a worked example'],
  ['L1H1', -1.0, null, null, 0.125, null, 'a worked example', null]] AS rows
