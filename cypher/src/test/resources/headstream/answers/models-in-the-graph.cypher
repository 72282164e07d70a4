RETURN {} AS parameters, [['worked', 'worked', 'gpt2', 2, 4, 2, 3]] AS rows
