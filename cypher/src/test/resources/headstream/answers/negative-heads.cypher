RETURN {model: 'worked', tag: 'walk'} AS parameters, [['L1H1', 'worked', 'a worked example', -1.0, 0.6, 1.0, 1, 1]] AS rows
