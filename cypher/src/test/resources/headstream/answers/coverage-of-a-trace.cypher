// eight heads at five positions; states are nodes at all of them
RETURN {trace: 'walk'} AS parameters, [
  ['walk', 'Mary one saw Mary', 'neurons', 2, 5, 5, 11, 40, 0.75, 0.25, 0.875, 0.125, 0.8, 0.95]] AS rows
UNION ALL
RETURN {trace: 'rest'} AS parameters, [['rest', 'nothing', 'stream', 1, 1, 1, 0, 8, null, null, null, null, 0.0, 0.5]] AS rows
