RETURN {words: '+mary +saw', model: 'worked'} AS parameters, [['walk', 'Mary one saw Mary', ' one', '*', '2026-01-03T00:00:00Z']] AS rows
