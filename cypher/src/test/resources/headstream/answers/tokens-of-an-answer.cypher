// two components' figures for each of run's two tokens; walk has one token
UNWIND [
  [{trace: 'run'}, [[0, 1, 'L1.mlp', -0.75, 0.5, 0.25, 2, -1.5], [0, 1, 'L1H0', 0.5, 0.25, 1.0, 2, -1.5],
                    [1, 2, 'L1H0', -0.25, 0.125, 0.0, 1, -0.25], [1, 2, 'L1.mlp', 0.125, 0.0, 2.0, 1, -0.25]]],
  [{trace: 'run', token: 1, limit: 1}, [[1, 2, 'L1H0', -0.25, 0.125, 0.0, 1, -0.25]]],
  [{trace: 'walk'}, []]] AS r
RETURN r[0] AS parameters, r[1] AS rows
