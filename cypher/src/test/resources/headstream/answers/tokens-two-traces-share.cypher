RETURN {left: 'walk', right: 'run', rank: 1} AS parameters, [
  ['both', ' Mary', 2, 1], ['both', ' the', 2, 1], ['left', ' one', 4, 0], ['left', ' saw', 3, 0], ['left', ' two', 1, 0]] AS rows
