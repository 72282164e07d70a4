RETURN {model: 'worked'} AS parameters, [
  [' saw', 'worked', 'a worked example', 1, 1, 0.2, 0.1], [' the', 'worked', 'a worked example', 1, 1, 0.5, 0.1],
  [',', 'worked', 'a worked example', 1, 1, 0.3, 0.2]] AS rows
