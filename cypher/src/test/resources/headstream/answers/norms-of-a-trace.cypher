RETURN {trace: 'walk'} AS parameters, [
  ['L0P4.ln1', 0, 'ln1', [' the', ','], [' one'], 0.4, 0.3], ['L1P4.final', 1, 'final', [' saw'], [' the'], 0.1, 0.05]] AS rows
