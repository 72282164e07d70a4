RETURN {trace: 'walk', kind: 'HeadOutput'} AS parameters, [
  ['L1P4.H0', 'L1H0', 'HeadOutput', 4, 2.4, 2.5, 0.25, 0.4], ['L1P4.H1', 'L1H1', 'HeadOutput', 4, -0.9, -1.0, 0.125, 0.1],
  ['L1P4.H2', 'L1H2', 'HeadOutput', 4, 0.4, 0.5, 0.0625, 0.1], ['L1P4.H3', 'L1H3', 'HeadOutput', 4, 0.1, 0.1, 0.0625, 0.1]] AS rows
