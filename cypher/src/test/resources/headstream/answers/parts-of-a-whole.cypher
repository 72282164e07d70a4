RETURN {trace: 'walk', node: 'L0P4.attn'} AS parameters, [
  ['L0P4.H1', 'L0H1', 0.5, 1.0, 0.2], ['L0P4.H0', 'L0H0', 0.25, 0.5, 0.1], ['L0P4.H2', 'L0H2', 0.125, 0.25, 0.0], ['L0P4.H3', 'L0H3', 0.0625, 0.125, 0.0],
  [null, 'remainder', 0.0625, null, 0.0]] AS rows
