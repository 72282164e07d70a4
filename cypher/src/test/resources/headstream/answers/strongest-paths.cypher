// straight up the stream: 0.9 * 0.5 * 0.7 * 0.6
RETURN {trace: 'walk', width: 1} AS parameters, [
  [0.189, 'L0P4.embed', ' Mary', 4, ['L0P4.embed', 'L0P4.mid', 'L0P4.post', 'L1P4.mid', 'L1P4.post'], '*']] AS rows
