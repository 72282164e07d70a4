// " one" and " two" are in the last state, so they did not vanish
RETURN {trace: 'walk', rank: 2} AS parameters, [
  [' Mary', 'L0P4.embed', 'L0P4.mid', 2, 1, 0.9], [' the', 'L0P4.post', 'L1P4.mid', 2, 1, 0.5], [' saw', 'L0P4.mid', 'L0P4.post', 2, 1, 0.4],
  ['<s>', 'L0P4.embed', 'L0P4.embed', 1, 2, 0.02]] AS rows
UNION ALL
RETURN {trace: 'run'} AS parameters, [[' Mary', 'L0P1.embed', 'L0P1.embed', 1, 1, 0.9]] AS rows
