/** Every colour of the page, once. useTheme writes them as CSS custom properties; scales.ts reads the rank stops. */

import type { Label } from '../api/generated/graph';

export type Theme = 'light' | 'dark';

export interface Palette {
  ground: string;
  panel: string;
  raised: string;
  line: string;
  text: string;
  dim: string;
  accent: string;
  onAccent: string;
  danger: string;
  dangerGround: string;
  warn: string;
  edge: string;
  edgeAttend: string;
  edgeMlp: string;
  unranked: string;
  nodeLine: string;
  focus: string;
  /** the one pair of colours for what holds the metric up and what works against it, and for more and less */
  raises: string;
  lowers: string;
  /** how much there is of what has no sign */
  amount: string;
  /** the second of two things laid over one another */
  other: string;
  /** the stream of a position that is not the target's */
  trunk: string;
  /** viridis from the target at rank 1 to the end of the vocabulary; rank 1 is what stands out most from the ground */
  ranks: readonly string[];
  /** a graph's nodes by label: a component and its uses share a hue */
  labels: Readonly<Record<Exclude<Label, 'Activation'>, string>>;
}

export const PALETTES: Record<Theme, Palette> = {
  light: {
    ground: '#f5f6f8',
    panel: '#ffffff',
    raised: '#eef1f4',
    line: '#d7dce3',
    text: '#1b2330',
    dim: '#566173',
    accent: '#0a6487',
    onAccent: '#ffffff',
    danger: '#a8201a',
    dangerGround: '#fdeeed',
    warn: '#855600',
    edge: '#8894a3',
    edgeAttend: '#2f7fb0',
    edgeMlp: '#b3702a',
    unranked: '#e3e7ec',
    nodeLine: '#3d4858',
    focus: '#d4500c',
    raises: '#2166ac',
    lowers: '#c2410c',
    amount: '#2a788e',
    other: '#8a4fb5',
    trunk: '#cbd5e1',
    ranks: ['#440154', '#414487', '#2a788e', '#22a884', '#7ad151', '#e9e78c'],
    labels: {
      Trace: '#c2487e',
      Sweep: '#a0526d',
      Circuit: '#a3741b',
      CircuitNode: '#a3741b',
      Model: '#6b7280',
      Position: '#8a63c9',
      Token: '#b8890b',
      Residual: '#1f9574',
      HookPoint: '#1f9574',
      Normalized: '#7fa99b',
      AttentionOutput: '#3558a8',
      Head: '#1f5f8b',
      HeadPattern: '#1f5f8b',
      HeadOutput: '#3d8fc4',
      MemoryValue: '#58b6c9',
      MlpOutput: '#8f4a1d',
      Neuron: '#b3702a',
      NeuronActivation: '#d6975a',
      Bias: '#9aa3af',
      ComponentLabel: '#a14a76',
      SavedView: '#a14a76',
      Change: '#b04a5a',
    },
  },
  dark: {
    ground: '#0f1318',
    panel: '#161b22',
    raised: '#1f2630',
    line: '#2d3642',
    text: '#dde4ec',
    dim: '#95a2b3',
    accent: '#63bfe0',
    onAccent: '#08131a',
    danger: '#ff8f85',
    dangerGround: '#33191a',
    warn: '#e3b341',
    edge: '#667386',
    edgeAttend: '#4f9fd0',
    edgeMlp: '#cf8d47',
    unranked: '#2b3440',
    nodeLine: '#a9b5c4',
    focus: '#ffa657',
    raises: '#6fb1f0',
    lowers: '#f08a4b',
    amount: '#3fa6b8',
    other: '#c79bf0',
    trunk: '#3a4656',
    ranks: ['#fde725', '#7ad151', '#22a884', '#2a788e', '#414487', '#3d2459'],
    labels: {
      Trace: '#e77fae',
      Sweep: '#d89ab2',
      Circuit: '#e3b96f',
      CircuitNode: '#e3b96f',
      Model: '#9ca3af',
      Position: '#b096e8',
      Token: '#e0b93f',
      Residual: '#3fc49d',
      HookPoint: '#3fc49d',
      Normalized: '#8fb8ab',
      AttentionOutput: '#7d9bea',
      Head: '#4f9fd0',
      HeadPattern: '#4f9fd0',
      HeadOutput: '#79bdea',
      MemoryValue: '#6fd0e0',
      MlpOutput: '#d08a5a',
      Neuron: '#cf8d47',
      NeuronActivation: '#eab985',
      Bias: '#77818f',
      ComponentLabel: '#d98ab2',
      SavedView: '#d98ab2',
      Change: '#d0707e',
    },
  },
};

/** What raises and what lowers differ in hue, and by a sign in the text. */
export function hue(palette: Palette, amount: number): string {
  return amount < 0 ? palette.lowers : palette.raises;
}

/** Of a node of the graph by its most telling label. */
export function labelColour(palette: Palette, label: string): string {
  return (palette.labels as Readonly<Record<string, string>>)[label] ?? palette.dim;
}
