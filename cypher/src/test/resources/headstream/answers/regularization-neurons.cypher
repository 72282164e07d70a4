// L0N1 fires in both traces that have neurons, L0N2 in one
RETURN {model: 'worked'} AS parameters, [['L0N1', 'worked', 'a worked example', 2, 1.0, 2.0, 2.0, 0.5, 0.25, [' one', ' two']]] AS rows
