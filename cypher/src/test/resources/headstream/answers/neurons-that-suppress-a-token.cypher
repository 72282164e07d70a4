RETURN {token: ',', model: 'worked'} AS parameters, [['L0N1', 'worked', 8, -3.0, 0.25, 0.5]] AS rows
