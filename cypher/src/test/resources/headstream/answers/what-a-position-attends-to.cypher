RETURN {trace: 'walk', head: 'L1H0'} AS parameters, [
  [1, 'L1H0', 2, ' one', 0.7, 0.8, '*'], [1, 'L1H0', 0, '<s>', 0.3, 0.2, '*']] AS rows
