RETURN {model: 'worked'} AS parameters, [['worked', 1, 'mid', 1, 1.0]] AS rows
