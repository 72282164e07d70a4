// five positions alike: the entropy is log 5, the largest there is
RETURN {model: 'worked', tag: 'walk', limit: 1} AS parameters, [['L1H3', 'worked', 1.0, log(5), 1, 1]] AS rows
