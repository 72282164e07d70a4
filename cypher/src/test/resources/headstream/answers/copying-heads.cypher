RETURN {model: 'worked', limit: 4} AS parameters, [
  ['L1H3', 'worked', 'a worked example', 0.875, []], ['L1H2', 'worked', 'a worked example', 0.75, []], ['L1H1', 'worked', 'a worked example', 0.625, []],
  ['L1H0', 'worked', 'a worked example', 0.5, [' one', ' two']]] AS rows
