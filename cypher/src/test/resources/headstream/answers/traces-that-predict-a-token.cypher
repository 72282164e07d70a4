RETURN {token: ' one', rank: 2, model: 'worked'} AS parameters, [
  ['walk', 'a worked example', 'Mary one saw Mary', 1, 0.8, true], ['run', 'a worked example', 'Mary', 2, 0.2, true]] AS rows
