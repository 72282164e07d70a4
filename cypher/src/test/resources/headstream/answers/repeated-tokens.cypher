RETURN {trace: 'walk'} AS parameters, [[' Mary', 2, [1, 4], [' one']]] AS rows
