RETURN {trace: 'walk'} AS parameters, [
  [0, '<s>', 0, null, null, null], [1, ' Mary', 1, null, null, null], [2, ' one', 2, null, null, null], [3, ' saw', 3, null, null, null],
  [4, ' Mary', 1, ' one', 0.8, null]] AS rows
