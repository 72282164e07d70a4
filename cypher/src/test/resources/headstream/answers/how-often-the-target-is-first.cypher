RETURN {model: 'worked'} AS parameters, [['worked', 'a worked example', 'other', 2, 0.0, 0.15, 1.5],
  ['worked', 'a worked example', 'walk', 1, 1.0, 0.8, 4.0]] AS rows
