RETURN {token: ' one', model: 'worked'} AS parameters, [['L1H1', 'worked', 'a worked example', 1, 1, 2.0, -1.0]] AS rows
