UNWIND [
  [{circuit: 'names'}, [[1, 'embed', 'L0H0', 2.0, 'a worked example'], [2, 'L0H0', 'L1.mlp', -1.0, 'a worked example'],
  [3, 'L1.mlp', 'logits', 0.5, 'a worked example']]],
  [{}, [[1, 'embed', 'L0H0', 1.5, 'a worked example'], [2, 'L0H0', 'logits', 1.0, 'a worked example']]],
  [{circuit: 'names', component: 'L0H0', limit: 5}, [[1, 'embed', 'L0H0', 2.0, 'a worked example'], [2, 'L0H0', 'L1.mlp', -1.0, 'a worked example']]]] AS r
RETURN r[0] AS parameters, r[1] AS rows
