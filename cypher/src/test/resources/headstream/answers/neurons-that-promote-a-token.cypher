RETURN {token: ' one', model: 'worked'} AS parameters, [
  ['L0N1', 'worked', 'a worked example', 1, 3.0, 0.25, 0.5], ['L0N2', 'worked', 'a worked example', 2, 1.0, 2.5, 0.75]] AS rows
