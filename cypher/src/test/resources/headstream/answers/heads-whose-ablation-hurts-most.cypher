// L1H0: -2 of walk and -1 of run; L0H0: -1 and 0.25
RETURN {model: 'worked'} AS parameters, [['L1H0', 'worked', 'a worked example', -1.5, 0.5, -2.0, 2],
  ['L0H0', 'worked', 'a worked example', -0.375, 0.625, -1.0, 2], ['L1H1', 'worked', 'a worked example', 0.5, 0.0, 0.5, 1]] AS rows
