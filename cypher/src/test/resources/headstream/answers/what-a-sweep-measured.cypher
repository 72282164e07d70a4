// the newest of walk's is of its residual states; resid_pre of layer 1 is the resid_post of layer 0
UNWIND [
  [{trace: 'walk', of: 'heads', limit: 2}, [['L1H0', 1, 0, null, 'zero', -2.0, 2.0, 1, 0.5], ['L0H0', 0, 0, null, 'zero', -1.0, 3.0, 1, 0.5]]],
  [{trace: 'walk', of: 'mlps'}, [['L1.mlp', 1, null, null, 'zero', -1.0, 3.0, 1, 0.5], ['L0.mlp', 0, null, null, 'zero', -0.25, 3.75, 1, 0.5]]],
  [{trace: 'walk'}, [['resid_pre L1 P4', 1, null, 4, 'patch', -3.0, 1.0, 1, 0.5], ['resid_pre L0 P1', 0, null, 1, 'patch', 1.0, 5.0, 1, 0.5]]],
  [{trace: 'walk', of: 'edges'}, [['embed to L0H0', 0, null, null, 'patch', -3.0, 1.0, 1, 0.5], ['L0H0 to L1.mlp', 1, null, null, 'patch', 0.5, 4.5, 1, 0.5]]]] AS r
RETURN r[0] AS parameters, r[1] AS rows
