RETURN {head: 'L1H0', model: 'worked'} AS parameters, [
  ['walk', 'a worked example', 'Mary one saw Mary', ' one', 2.5, 0.625, 0.25, 0.4], ['run', 'a worked example', 'Mary', ' one', -0.2, -0.1, 0.25, 0.2]] AS rows
