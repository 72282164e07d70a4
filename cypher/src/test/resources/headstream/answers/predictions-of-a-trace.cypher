RETURN {trace: 'walk'} AS parameters, [[1, ' one', 0.8, 4.0], [2, ' two', 0.1, 2.0]] AS rows
