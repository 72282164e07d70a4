// " Mary" stands at 1 and 4 of walk and at 1 of run
RETURN {token: ' Mary', model: 'worked'} AS parameters, [
  ['L0N1', 'worked', 'a worked example', 2 / 3.0, 2, 1.5, 2.0], ['L1N1', 'worked', 'a worked example', 1 / 3.0, 1, -1.0, 1.5]] AS rows
