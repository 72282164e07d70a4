// L1H0, L1H1 and L1H3 look at " one" too, and do not write " two"
RETURN {model: 'worked', tag: 'walk'} AS parameters, [['L1H2', 'worked', 'a worked example', 1.0, 1, 1, ['one two']]] AS rows
