RETURN {head: 'L1H0', model: 'worked'} AS parameters, [
  ['walk', 'Mary one saw Mary', ' one', 2.0, 0.25, 2.5, 0.5, ' one', 0.7, ' one'],
  ['run', 'Mary', ' one', 1.0, 0.25, -0.2, 0.0, null, null, null]] AS rows
