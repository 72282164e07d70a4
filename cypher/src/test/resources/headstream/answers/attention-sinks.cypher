// L0H3 rests there with 0.95 and 0.85
RETURN {model: 'worked', tag: 'walk', limit: 3} AS parameters, [
  ['L0H3', 'worked', 0.9, 0.75, 2, 1], ['L1H1', 'worked', 0.4, 0.7, 1, 1], ['L1H0', 'worked', 0.3, 0.2, 1, 1]] AS rows
