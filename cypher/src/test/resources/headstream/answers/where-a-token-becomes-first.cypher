// " one" is first from attention in layer 1 on; nowhere else
RETURN {trace: 'walk'} AS parameters, [[4, ' Mary', true, 1, 'mid', 'L1P4.mid', 0.6]] AS rows
