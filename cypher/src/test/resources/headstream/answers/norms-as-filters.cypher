RETURN {model: 'worked'} AS parameters, [
  [' saw', 'worked', 1, 1, 0.2, 0.1], [' the', 'worked', 1, 1, 0.5, 0.1], [',', 'worked', 1, 1, 0.3, 0.2]] AS rows
