RETURN {trace: 'walk'} AS parameters, [['run', 'zero', ['L1H0'], 'all', 1.0, 2.0, -2.0]] AS rows
