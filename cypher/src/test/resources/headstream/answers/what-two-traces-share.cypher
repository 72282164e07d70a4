// parts of 4.0 on the left, of 2.0 on the right
RETURN {left: 'walk', right: 'run'} AS parameters, [
  ['both', 'L1H0', 0.625, -0.1, 'a worked example', 'a worked example'], ['both', 'mlp_out L0', 0.1, 0.5, 'a worked example', 'a worked example'],
  ['left', 'L1H1', -0.25, null, 'a worked example', null], ['left', 'mlp_out L1', 0.15, null, 'a worked example', null],
  ['left', 'L1H2', 0.125, null, 'a worked example', null], ['left', 'L0H1', 0.05, null, 'a worked example', null],
  ['right', 'L0H0', 0.025, 0.25, 'a worked example', 'a worked example']] AS rows
