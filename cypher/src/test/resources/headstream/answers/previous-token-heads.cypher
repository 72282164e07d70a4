// L0H0 looks back one position with 0.9, 0.8 and 0.7; L1H3 with 1/3, 1/4 and 1/5; run has no position from 2
RETURN {model: 'worked', limit: 3} AS parameters, [
  ['L0H0', 'worked', 'a worked example', 0.8, 1], ['L1H3', 'worked', 'a worked example', 47 / 180.0, 1], ['L0H1', 'worked', 'a worked example', 0.0, 1]] AS rows
