// profiles (1, 0), (0.6, 0.8) and (0, 1)
RETURN {trace: 'walk'} AS parameters, [['run', 0.6, 'Mary', ' one', ['other']], ['rest', 0.0, 'nothing', ' two', ['other']]] AS rows
