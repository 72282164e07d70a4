// from 2: 0.5 * 0.8 + 0.25 * 0.3 + 0.125 * 0.8 + 0.125 * 0.2
RETURN {trace: 'walk', layer: 1} AS parameters, [
  [1, 2, ' one', 0.6, 1.25, 4], [1, 0, '<s>', 0.3, 0.5, 3], [1, 4, ' Mary', 0.05, 0.25, 2], [1, 1, ' Mary', 0.025, null, 1],
  [1, 3, ' saw', 0.025, null, 1]] AS rows
