// L0H3 rests there with 0.9, 0.9, 0.95 and 0.85; L1H1 with 1, 1, 1 and 0.4; in run all heads do, as there is nothing else before
RETURN {model: 'worked', tag: 'walk', limit: 3} AS parameters, [
  ['L0H3', 'worked', 'a worked example', 0.9, 1], ['L1H1', 'worked', 'a worked example', 0.85, 1], ['L1H0', 'worked', 'a worked example', 0.825, 1]] AS rows
UNION ALL
RETURN {model: 'worked', limit: 2} AS parameters, [['L0H3', 'worked', 'a worked example', 0.95, 2], ['L1H1', 'worked', 'a worked example', 0.925, 2]] AS rows
