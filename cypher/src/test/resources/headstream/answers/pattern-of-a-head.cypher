RETURN {trace: 'walk', head: 'L0H0'} AS parameters, [
  [2, ' one', 1, ' Mary', 0.9, 1.0], [3, ' saw', 2, ' one', 0.8, 1.0], [4, ' Mary', 3, ' saw', 0.7, 1.0]] AS rows
