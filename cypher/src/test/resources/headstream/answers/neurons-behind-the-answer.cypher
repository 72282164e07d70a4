RETURN {trace: 'walk'} AS parameters, [
  ['L0N1', 'L0P4.N1', 0.3, 0.075, 0.4, 2.0, [' one', ' two']], ['L1N1', 'L1P4.N1', -0.2, -0.05, -0.1, -1.0, []]] AS rows
