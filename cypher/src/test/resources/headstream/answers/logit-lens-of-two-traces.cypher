RETURN {left: 'walk', right: 'run'} AS parameters, [
  [0, 'embed', ' Mary', ' Mary', 9, 9, 'a worked example', 'a worked example'], [0, 'mid', ' saw', null, 6, null, 'a worked example', null],
  [0, 'post', ' the', null, 4, null, 'a worked example', null], [1, 'mid', ' one', null, 1, null, 'a worked example', null],
  [1, 'post', ' one', ' the', 1, 2, 'a worked example', 'a worked example']] AS rows
