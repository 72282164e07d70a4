RETURN {token: ',', model: 'worked'} AS parameters, [['L0N1', 'worked', 'a worked example', 8, -3.0, 0.25, 0.5]] AS rows
