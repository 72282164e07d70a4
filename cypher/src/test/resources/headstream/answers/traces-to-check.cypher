RETURN {} AS parameters, [['rest', 'nothing', 0.5, 0.0, 2, 'stream']] AS rows
