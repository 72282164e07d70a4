// in run it can look at one position alone, and that edge is not stored
RETURN {head: 'L1H0', model: 'worked'} AS parameters, [
  ['walk', 'a worked example', 'Mary one saw Mary', ' one', 2.0, 0.25, 2.5, -(0.3 * log(0.3) + 0.7 * log(0.7)), ' one', 0.7, ' one'],
  ['run', 'a worked example', 'Mary', ' one', 1.0, 0.25, -0.2, 0.0, '<s>', 1.0, null]] AS rows
