// L0H0 does most of its 1.2 at position 2; L1H0 looks back 1, 2, 3 and 0.3 * 4 + 0.7 * 2 positions
RETURN {trace: 'walk', limit: 2} AS parameters, [
  ['L1H0', 2.5, 2.4, 2.4, 0.4, 0.25, 0.825, 0.0, 0.0, 0.0, 0.7, -(0.3 * log(0.3) + 0.7 * log(0.7)) / 4,
   -(0.3 * log(0.3) + 0.7 * log(0.7)) / log(5) / 4, 2.15],
  ['L0H0', 0.1, 0.1, 1.2, 0.1, 0.1, 0.3, 0.8, 0.1, 0.0, 0.0, '*', '*', 1.25]] AS rows
UNION ALL
RETURN {trace: 'run', layer: 1, limit: 1} AS parameters, [
  ['L1H0', -0.2, null, null, 0.2, 0.25, 1.0, null, 0.0, null, null, 0.0, 0.0, 1.0]] AS rows
UNION ALL
RETURN {trace: 'rest'} AS parameters, [] AS rows
