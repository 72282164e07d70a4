// three of walk, the newest two of which are asked for; one of run
UNWIND [
  [{trace: 'walk', limit: 2}, [['s4', 'resid_pre', 'patch', null, 'all', 4.0, 2, false, '2026-01-04T02:00:00Z'], ['s3', 'mlps', 'zero', null, 'all', 4.0, 2, false, '2026-01-04T01:00:00Z']]],
  [{trace: 'run'}, [['s2', 'heads', 'zero', null, 'all', 2.0, 2, false, '2026-01-05T00:00:00Z']]]] AS r
RETURN r[0] AS parameters, r[1] AS rows
