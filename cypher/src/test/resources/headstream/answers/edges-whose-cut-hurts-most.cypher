// the embedding's edge: 3 of walk and 1 of run; nothing was measured of others
UNWIND [
  [{circuit: 'names'}, [['embed', 'L0H0', 2.0, 2.0, 1, 1.0, 2, 'a worked example'], ['L0H0', 'L1.mlp', -0.5, -1.0, 2, 0.0, 1, 'a worked example']]],
  [{circuit: 'names', sample: 1}, [['embed', 'L0H0', 1.0, 2.0, 1, 0.0, 1, 'a worked example']]],
  [{circuit: 'others'}, []]] AS r
RETURN r[0] AS parameters, r[1] AS rows
