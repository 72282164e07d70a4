RETURN {left: 'walk', right: 'run'} AS parameters, [
  [0, 'embed', ' Mary', ' Mary', 9, 9], [0, 'mid', ' saw', null, 6, null], [0, 'post', ' the', null, 4, null], [1, 'mid', ' one', null, 1, null],
  [1, 'post', ' one', ' the', 1, 2]] AS rows
