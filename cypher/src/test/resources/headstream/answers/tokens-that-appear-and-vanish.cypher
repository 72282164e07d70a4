// " one" and " two" are in the last state, so they did not vanish
RETURN {trace: 'walk'} AS parameters, [
  [' Mary', 'L0P4.embed', 'L0P4.mid', 2, 1, 0.9], [' the', 'L0P4.post', 'L1P4.mid', 2, 1, 0.5], [' saw', 'L0P4.mid', 'L0P4.mid', 1, 1, 0.4]] AS rows
