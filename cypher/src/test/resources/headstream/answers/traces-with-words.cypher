RETURN {words: '+mary +saw', model: 'worked'} AS parameters, [['walk', 'a worked example', 'Mary one saw Mary', ' one', '*', '2026-01-03T00:00:00Z']] AS rows
UNION ALL
UNWIND ['saw?', '!saw', '"saw', 'saw AND', '[saw]', '(saw ^~*', '+saw', 'one/saw', 'one\\saw', '"one saw"', 'saw "', ' saw '] AS words
RETURN {words: words} AS parameters, [['walk', 'a worked example', 'Mary one saw Mary', ' one', '*', '2026-01-03T00:00:00Z']] AS rows
UNION ALL
UNWIND ['', ' ', '?', 'OR', '"saw one"', 'saw/one', '\\'] AS words
RETURN {words: words} AS parameters, [] AS rows
