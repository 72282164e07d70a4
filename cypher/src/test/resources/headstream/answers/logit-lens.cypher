RETURN {trace: 'walk'} AS parameters, [
  [0, 'embed', 'L0P4.embed', ' Mary', 0.9, 9, 0.01], [0, 'mid', 'L0P4.mid', ' saw', 0.4, 6, 0.05], [0, 'post', 'L0P4.post', ' the', 0.5, 4, 0.1],
  [1, 'mid', 'L1P4.mid', ' one', 0.6, 1, 0.6], [1, 'post', 'L1P4.post', ' one', 0.8, 1, 0.8]] AS rows
UNION ALL
// no node stands for these states
RETURN {trace: 'walk', position: 1} AS parameters, [
  [0, 'embed', 'L0P1.embed', ' Mary', 0.5, 3, 0.1], [0, 'mid', 'L0P1.mid', ' Mary', 0.5, 3, 0.1], [0, 'post', 'L0P1.post', ' Mary', 0.5, 3, 0.1],
  [1, 'mid', 'L1P1.mid', ' Mary', 0.5, 3, 0.1], [1, 'post', 'L1P1.post', ' one', 0.5, 1, 0.5]] AS rows
UNION ALL
// of run, states are not read at all positions, and of version 1 no lists are there
RETURN {trace: 'run'} AS parameters, [
  [0, 'embed', 'L0P1.embed', ' Mary', 0.9, 9, null], [1, 'post', 'L1P1.post', ' the', 0.5, 2, null]] AS rows
UNION ALL
RETURN {trace: 'rest'} AS parameters, [[0, 'embed', 'L0P0.embed', null, null, 9, null]] AS rows
