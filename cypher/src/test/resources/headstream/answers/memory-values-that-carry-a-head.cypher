// L1H1 looks most at 2 and takes more from 0
RETURN {trace: 'walk', layer: 1, limit: 3} AS parameters, [
  [1, 'L1H0', 2, ' one', 0.7, 0.8, 1, 1, 1], [1, 'L1H1', 2, ' one', 0.6, 0.3, 2, 8, null], [1, 'L1H2', 2, ' one', 0.8, 0.8, 1, 7, null]] AS rows
