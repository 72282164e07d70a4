// ln1 filters " the" and "," and lifts " one"; final filters " saw" and lifts " the"
RETURN {model: 'worked'} AS parameters, [['worked', 'ln1', 0, 1.0, 0.0, 1], ['worked', 'final', 1, 0.0, 1.0, 1]] AS rows
