// L1H1 looks most at 2 and takes more from 0; at 1, nothing of these heads is stored
RETURN {trace: 'walk', layer: 1, limit: 3} AS parameters, [
  [1, 'L1H0', 2, ' one', 0.7, 0.8, 1, 1, 1], [1, 'L1H1', 2, ' one', 0.6, 0.3, 2, 8, null], [1, 'L1H2', 2, ' one', 0.8, 0.8, 1, 7, null]] AS rows
UNION ALL
RETURN {trace: 'walk', layer: 0, position: 1, limit: 2} AS parameters, [
  [0, 'L0H0', 0, '<s>', 0.6, null, null, null, null], [0, 'L0H1', 0, '<s>', 0.5, null, null, null, null]] AS rows
