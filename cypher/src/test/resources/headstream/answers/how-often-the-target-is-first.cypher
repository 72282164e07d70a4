RETURN {model: 'worked'} AS parameters, [['worked', 'other', 2, 0.0, 0.15, 1.5], ['worked', 'walk', 1, 1.0, 0.8, 4.0]] AS rows
