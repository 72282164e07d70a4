// ln1 filters " the" and "," and lifts " one"; final filters " saw" and lifts " the"
RETURN {model: 'worked'} AS parameters, [['worked', 'a worked example', 'ln1', 0, 1.0, 0.0, 1], ['worked', 'a worked example', 'final', 1, 0.0, 1.0, 1]] AS rows
