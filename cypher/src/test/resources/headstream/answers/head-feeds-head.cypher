// the motif of induction: the previous-token head's output is the induction head's key
RETURN {writer: 'L0H0', reader: 'L1H0', model: 'worked'} AS parameters, [['walk', 'a worked example', 'Mary one saw Mary', 2, ' one', 'key', 0.8, 0.7]] AS rows
