// four of walk, the newest two of which are asked for; two of run
UNWIND [
  [{trace: 'walk', limit: 2}, [['s4', 'resid_pre', null, 'patch', null, 'all', 4.0, 2, false, '2026-01-04T02:00:00Z'], ['s3', 'mlps', null, 'zero', null, 'all', 4.0, 2, false, '2026-01-04T01:00:00Z']]],
  [{trace: 'run'}, [['s2', 'heads', null, 'zero', null, 'all', 2.0, 2, false, '2026-01-05T00:00:00Z'],
    ['s6', 'edges', 'names', 'patch', ' the', 'all', 2.0, 2, false, '2026-01-03T01:00:00Z']]]] AS r
RETURN r[0] AS parameters, r[1] AS rows
