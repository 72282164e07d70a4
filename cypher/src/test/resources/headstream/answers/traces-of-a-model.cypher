RETURN {model: 'worked'} AS parameters, [
  ['walk', 'worked', 'a worked example', 'Mary one saw Mary', ' one', 4.0, 1, 0.8, 0.95, '2026-01-03T00:00:00Z'],
  ['run', 'worked', 'a worked example', 'Mary', ' one', 2.0, 2, 0.2, 0.9, '2026-01-02T00:00:00Z'],
  ['rest', 'worked', 'a worked example', 'nothing', ' two', 1.0, 5, 0.1, 0.5, '2026-01-01T00:00:00Z']] AS rows
