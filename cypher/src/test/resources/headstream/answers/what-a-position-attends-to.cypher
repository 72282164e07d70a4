RETURN {trace: 'walk', head: 'L1H0'} AS parameters, [
  [1, 'L1H0', 2, ' one', 0.7, 0.8, '*', 1.5, 0.0], [1, 'L1H0', 0, '<s>', 0.3, 0.2, '*', null, 0.0]] AS rows
UNION ALL
// one edge is stored, the other is none; 0.05 is not listed
RETURN {trace: 'walk', head: 'L0H3', position: 3} AS parameters, [[0, 'L0H3', 0, '<s>', 0.95, 0.5, null, null, 0.05]] AS rows
UNION ALL
RETURN {trace: 'walk', head: 'L0H3', position: 2} AS parameters, [
  [0, 'L0H3', 0, '<s>', 0.9, null, null, null, 0.0], [0, 'L0H3', 2, ' one', 0.1, null, null, null, 0.0]] AS rows
UNION ALL
RETURN {trace: 'walk', head: 'L0H3', position: 17} AS parameters, [] AS rows
