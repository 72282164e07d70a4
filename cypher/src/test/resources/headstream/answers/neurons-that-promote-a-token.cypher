RETURN {token: ' one', model: 'worked'} AS parameters, [
  ['L0N1', 'worked', 1, 3.0, 0.25, 0.5], ['L0N2', 'worked', 2, 1.0, 2.5, 0.75]] AS rows
