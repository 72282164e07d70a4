// alike at all positions: the entropy of each row is the largest there is; it looks back 0.5, 1, 1.5 and 2 positions
RETURN {model: 'worked', tag: 'walk', limit: 1} AS parameters, [
  ['L1H3', 'worked', 'a worked example', 1.0, (log(2) + log(3) + log(4) + log(5)) / 4, 1.25, 1]] AS rows
