RETURN {head: 'L1H0', model: 'worked'} AS parameters, [[' one', 'worked', 'a worked example', 1, 1, 1, 1.0, 0.9],
  [' saw', 'worked', 'a worked example', 1, 1, 2, 2.0, 0.05]] AS rows
UNION ALL
RETURN {head: 'L1H0', trace: 'walk', rank: 1} AS parameters, [[' one', 'worked', 'a worked example', 1, 1, 1, 1.0, 0.9]] AS rows
UNION ALL
RETURN {head: 'L1H0', trace: 'run'} AS parameters, [] AS rows
UNION ALL
RETURN {head: 'L1H0', trace: 'walk', model: 'another'} AS parameters, [] AS rows
