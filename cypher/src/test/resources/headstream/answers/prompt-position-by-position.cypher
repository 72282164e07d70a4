// of walk, the last states are read at all positions; of run at those that are nodes
RETURN {trace: 'walk'} AS parameters, [
  [0, '<s>', 0, ' Mary', 0.5, true], [1, ' Mary', 1, ' one', 0.5, true], [2, ' one', 2, ' saw', 0.5, true], [3, ' saw', 3, ' the', 0.5, false],
  [4, ' Mary', 1, ' one', 0.8, null]] AS rows
UNION ALL
RETURN {trace: 'run'} AS parameters, [[0, '<s>', 0, null, null, null], [1, ' Mary', 1, ' the', 0.5, null]] AS rows
