RETURN {trace: 'walk'} AS parameters, [
  ['L0H0', 'L1H0', 'key', 2, ' one', 0.8], ['L0H1', 'L1H0', 'query', 4, ' Mary', 0.6], ['L0H0', 'L1H1', 'value', 2, ' one', 0.3]] AS rows
