// L0H0 looks back one position with 0.9, 0.8 and 0.7; L1H3 spreads 0.2 everywhere; L0H3 has two outputs and looks at the first position alone
RETURN {model: 'worked', tag: 'walk', limit: 3} AS parameters, [
  ['L0H0', 'worked', 0.8, 3, 1], ['L1H3', 'worked', 0.2, 1, 1], ['L0H1', 'worked', 0.0, 1, 1]] AS rows
