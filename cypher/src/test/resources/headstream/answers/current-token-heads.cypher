RETURN {model: 'worked', tag: 'walk', limit: 4} AS parameters, [
  ['L0H2', 'worked', 0.9, 1, 1], ['L0H1', 'worked', 0.25, 1, 1], ['L1H2', 'worked', 0.2, 1, 1], ['L1H3', 'worked', 0.2, 1, 1]] AS rows
