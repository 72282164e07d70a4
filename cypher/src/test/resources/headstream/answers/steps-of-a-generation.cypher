RETURN {trace: 'run'} AS parameters,
  [[1, 'walk', ' one', 1, 0.8, 4.0, 'Mary one saw Mary', 'greedy', ' on off'], [3, 'run', ' one', 2, 0.2, 2.0, 'Mary', 'greedy', ' on off']] AS rows
