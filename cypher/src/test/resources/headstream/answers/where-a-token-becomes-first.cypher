// " one" is first from attention in layer 1 on; at 2 it stands itself, and after the first " Mary" it comes next
RETURN {trace: 'walk'} AS parameters, [
  [4, ' Mary', true, 1, 'mid', 'L1P4.mid', 0.6], [1, ' Mary', false, 1, 'post', 'L1P1.post', 0.5], [2, ' one', false, 0, 'embed', 'L0P2.embed', 0.5]] AS rows
UNION ALL
RETURN {trace: 'walk', token: ' the', position: 4} AS parameters, [[4, ' Mary', true, 0, 'post', 'L0P4.post', 0.5]] AS rows
UNION ALL
RETURN {trace: 'run', token: ' the'} AS parameters, [[1, ' Mary', true, 1, 'post', 'L1P1.post', 0.5]] AS rows
