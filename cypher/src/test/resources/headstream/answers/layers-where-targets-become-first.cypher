RETURN {model: 'worked'} AS parameters, [['worked', 'a worked example', 1, 'mid', 1, 1.0]] AS rows
