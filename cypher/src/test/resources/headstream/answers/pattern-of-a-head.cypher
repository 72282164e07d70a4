RETURN {trace: 'walk', head: 'L0H0'} AS parameters, [
  [0, '<s>', 0, '<s>', 1.0, null, null, 0.0], [1, ' Mary', 0, '<s>', 0.6, null, null, 0.0], [1, ' Mary', 1, ' Mary', 0.4, null, null, 0.0],
  [2, ' one', 0, '<s>', 0.1, null, null, 0.0], [2, ' one', 1, ' Mary', 0.9, 1.0, null, 0.0], [3, ' saw', 0, '<s>', 0.2, null, null, 0.0],
  [3, ' saw', 2, ' one', 0.8, 1.0, null, 0.0], [4, ' Mary', 0, '<s>', 0.3, null, null, 0.0], [4, ' Mary', 3, ' saw', 0.7, 1.0, null, 0.0]] AS rows
