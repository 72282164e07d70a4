RETURN {circuit: 'names', other: 'others'} AS parameters,
  [['both', 'embed', 'L0H0', 2.0, 1.5], ['circuit', 'L0H0', 'L1.mlp', -1.0, null], ['circuit', 'L1.mlp', 'logits', 0.5, null], ['other', 'L0H0', 'logits', null, 1.0]] AS rows
