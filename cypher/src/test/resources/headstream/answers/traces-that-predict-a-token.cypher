RETURN {token: ' one', rank: 2, model: 'worked'} AS parameters, [
  ['walk', 'Mary one saw Mary', 1, 0.8, true], ['run', 'Mary', 2, 0.2, true]] AS rows
