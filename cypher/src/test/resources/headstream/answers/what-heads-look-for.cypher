RETURN {trace: 'walk'} AS parameters, [['L1H0', [' Mary'], 2, ' one', 0.7, [' Mary', ' one']]] AS rows
