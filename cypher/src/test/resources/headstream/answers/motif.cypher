// 0.8 * 1.5 * 2.5
RETURN {trace: 'walk', pattern: 'L0H0 > MemoryValue > L1H0 > logits'} AS parameters, [
  [3.0, ['L0H0', 'L1H0 value', 'L1H0', 'post L1'], ['L0P2.H0', 'L1P2.H0.v', 'L1P4.H0', 'L1P4.post'], ['key', 'attention', 'logits']]] AS rows
