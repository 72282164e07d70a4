// L0H3's only stored edge at 3 has half of it, and no figure says where the rest is; L1H3's edges have no attribution for its 0.1
RETURN {trace: 'walk', limit: 2} AS parameters, [
  ['L0P3.H3', 1, 0.5, 0.0, 0.5, null, null], ['L1P4.H3', 5, 1.0, 0.0, 1.0, 0.1, 0.0]] AS rows
