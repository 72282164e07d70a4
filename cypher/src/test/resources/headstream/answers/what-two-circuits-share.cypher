RETURN {circuit: 'names', other: 'others'} AS parameters,
  [['both', 'embed', 'L0H0', 2.0, 1.5, 'a worked example', 'a worked example'], ['circuit', 'L0H0', 'L1.mlp', -1.0, null, 'a worked example', null],
  ['circuit', 'L1.mlp', 'logits', 0.5, null, 'a worked example', null], ['other', 'L0H0', 'logits', null, 1.0, null, 'a worked example']] AS rows
