RETURN {trace: 'walk'} AS parameters, [
  [0, 'embed', 'L0P4.embed', ' Mary', 0.9, 9, 0.01], [0, 'mid', 'L0P4.mid', ' saw', 0.4, 6, 0.05], [0, 'post', 'L0P4.post', ' the', 0.5, 4, 0.1],
  [1, 'mid', 'L1P4.mid', ' one', 0.6, 1, 0.6], [1, 'post', 'L1P4.post', ' one', 0.8, 1, 0.8]] AS rows
