// from 2: 0.7 + 0.6 + 0.8 + 0.2 of attention, 0.5 * 0.8 + 0.25 * 0.3 + 0.125 * 0.8 + 0.125 * 0.2 of attn_out
RETURN {trace: 'walk', layer: 1} AS parameters, [
  [1, 2, ' one', 2.3, 0.6, 1.25, 4], [1, 0, '<s>', 0.9, 0.3, 0.5, 3], [1, 4, ' Mary', 0.4, 0.05, 0.25, 2], [1, 1, ' Mary', 0.2, 0.025, null, 1],
  [1, 3, ' saw', 0.2, 0.025, null, 1]] AS rows
UNION ALL
// no edge of these is stored
RETURN {trace: 'walk', layer: 1, position: 1} AS parameters, [[1, 0, '<s>', 2.5, null, null, 0], [1, 1, ' Mary', 1.5, null, null, 0]] AS rows
