RETURN {trace: 'walk'} AS parameters, [
  ['L0P4.attn', 'AttentionOutput', 0, ' the', 2.0, 0.4], ['L1P4.H1', 'HeadOutput', 1, ' one', 2.0, 0.125]] AS rows
