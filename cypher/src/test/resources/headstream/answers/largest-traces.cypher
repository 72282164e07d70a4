RETURN {model: 'worked', limit: 2} AS parameters, [
  ['walk', 'Mary one saw Mary', 'worked', 'a worked example', 'neurons', 5, 60, 90, 30],
  ['run', 'Mary', 'worked', 'a worked example', 'neurons', 2, 12, 20, 20]] AS rows
