// metrics: -2 + 4 times the faithfulness
UNWIND [
  [{}, [['others', 'worked', 'a worked example', 2, 3, 0.8, 0.0, 0.05, 0.02, 1.2, 2.0, -2.0, 2],
  ['names', 'worked', 'a worked example', 3, 4, 0.9, 0.2, 0.05, 0.02, 1.6, 2.0, -2.0, 2]]]] AS r
RETURN r[0] AS parameters, r[1] AS rows
