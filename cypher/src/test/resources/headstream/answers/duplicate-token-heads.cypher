// " Mary" at 4 was at 1; no token of run repeats, so that it has no such score
RETURN {model: 'worked', limit: 3} AS parameters, [
  ['L0H1', 'worked', 'a worked example', 0.75, 1], ['L1H3', 'worked', 'a worked example', 0.2, 1], ['L0H0', 'worked', 'a worked example', 0.0, 1]] AS rows
