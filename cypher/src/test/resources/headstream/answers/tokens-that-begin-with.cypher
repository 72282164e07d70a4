// it stands at two positions of walk and one of run; three states, L1's attention and L0H1 write it, and run's embedding
RETURN {text: ' Ma', model: 'worked'} AS parameters, [[' Mary', 1, 'worked', 'a worked example', 3, 5]] AS rows
