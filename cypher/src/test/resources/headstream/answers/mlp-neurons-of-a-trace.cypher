RETURN {trace: 'walk'} AS parameters, [
  ['L0N1', 0, 'L0P4.N1', 2.0, 3.0, 0.15, 0.1, 0.3], ['L1N1', 1, 'L1P4.N1', -1.0, 1.5, 0.025, 0.02, -0.2]] AS rows
UNION ALL
RETURN {trace: 'walk', position: 1} AS parameters, [['L0N1', 0, 'L0P1.N1', 1.0, 1.0, null, null, null]] AS rows
UNION ALL
// neither is a node of run
RETURN {trace: 'run'} AS parameters, [
  ['L0N2', 0, 'L0P1.N2', 1.0, 2.0, null, null, null], ['L0N1', 0, 'L0P1.N1', 1.0, 1.0, null, null, null]] AS rows
