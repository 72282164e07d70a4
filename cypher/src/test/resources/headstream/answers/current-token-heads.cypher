RETURN {model: 'worked', tag: 'walk', limit: 4} AS parameters, [
  ['L0H2', 'worked', 'a worked example', 0.9, 1], ['L1H2', 'worked', 'a worked example', 0.8, 1], ['L0H1', 'worked', 'a worked example', 0.4375, 1],
  ['L1H3', 'worked', 'a worked example', 77 / 240.0, 1]] AS rows
