RETURN {} AS parameters, [['rest', 'a worked example', 'nothing', 0.5, null, null, 0.0, 2, 'stream']] AS rows
UNION ALL
RETURN {coverage: 0.8} AS parameters, [
  ['rest', 'a worked example', 'nothing', 0.5, null, null, 0.0, 2, 'stream'],
  ['walk', 'a worked example', 'Mary one saw Mary', 0.95, 0.75, 0.875, 0.8, 0, 'neurons']] AS rows
