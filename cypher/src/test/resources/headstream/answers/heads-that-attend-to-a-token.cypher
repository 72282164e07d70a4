// " one" stands at 2; L0H0 looks there with 0.8 from 3 and not at all from 4, L1H3 with 0.25 and 0.2
RETURN {token: ' one', model: 'worked', limit: 6} AS parameters, [
  ['L0H0', 'worked', 'a worked example', 0.4, 0.8, 2, 1], ['L1H2', 'worked', 'a worked example', 0.4, 0.8, 2, 1],
  ['L1H0', 'worked', 'a worked example', 0.35, 0.7, 2, 1], ['L1H1', 'worked', 'a worked example', 0.3, 0.6, 2, 1],
  ['L1H3', 'worked', 'a worked example', 0.225, 0.25, 2, 1], ['L0H1', 'worked', 'a worked example', 0.0, 0.0, 2, 1]] AS rows
