RETURN {left: 'walk', right: 'run', rank: 1} AS parameters, [
  ['both', ' Mary', 2, 1, 'a worked example', 'a worked example'], ['both', ' the', 2, 1, 'a worked example', 'a worked example'],
  ['left', ' one', 4, 0, 'a worked example', null], ['left', ' saw', 3, 0, 'a worked example', null], ['left', ' two', 1, 0, 'a worked example', null]] AS rows
