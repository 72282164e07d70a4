RETURN {} AS parameters, [['worked', 'a worked example', 'gpt2', 2, 4, 2, 3]] AS rows
