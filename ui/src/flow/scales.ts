import { scaleLog, scaleSqrt } from 'd3-scale';
import type { EdgeKind, FlowNodeKind } from '../api/types';
import type { Palette } from '../theme/palette';

/** Of a model of which nothing is known but its traces. */
export const USUAL_VOCABULARY = 50_257;

/** Rank 1 to the vocabulary's size on a logarithmic scale, over the palette's stops. */
export function rankColour(palette: Palette, vocabulary: number): (rank: number | undefined) => string {
  const last = Math.max(2, vocabulary);
  const stops = palette.ranks.length - 1;
  const scale = scaleLog<string>()
    .domain(palette.ranks.map((_, i) => last ** (i / stops)))
    .range(palette.ranks)
    .clamp(true);
  return (rank) => (rank === undefined ? palette.unranked : scale(Math.max(1, rank)));
}

/** 1, 10, 100 ... and the vocabulary's size: the legend's ticks, with their place from 0 to 1. */
export function rankTicks(vocabulary: number): { rank: number; at: number }[] {
  const ticks: { rank: number; at: number }[] = [];
  const place = (rank: number) => Math.log(rank) / Math.log(vocabulary);
  for (let rank = 1; place(rank) < 0.8; rank *= 10) ticks.push({ rank, at: place(rank) });
  return [...ticks, { rank: vocabulary, at: 1 }];
}

/** Width is proportional to share, so twice as wide is twice the share; below half a pixel it would not be seen. */
export function edgeWidth(share: number): number {
  return Math.max(0.6, 9 * Math.min(1, Math.max(0, share)));
}

const NEURON_RADIUS = scaleSqrt().domain([0, 0.1]).range([1.8, 4]).clamp(true);

export function nodeRadius(kind: FlowNodeKind, share = 0): number {
  switch (kind) {
    case 'residual':
      return 2.9;
    case 'mlp':
    case 'attention':
    case 'head':
      return 5;
    case 'neuron':
      return NEURON_RADIUS(share);
  }
}

export function edgeColour(palette: Palette, kind: EdgeKind): string {
  switch (kind) {
    case 'stream':
      return palette.edge;
    case 'attend':
    case 'head':
    case 'attention':
      return palette.edgeAttend;
    case 'read':
    case 'mlp':
    case 'neuron':
      return palette.edgeMlp;
  }
}

/** The threshold slider runs over 0..100; what it means is logarithmic. */
export function sliderToThreshold(at: number, least: number, most: number): number {
  return Number((least * (most / least) ** (at / 100)).toPrecision(2));
}

export function thresholdToSlider(threshold: number, least: number, most: number): number {
  return Math.round((100 * Math.log(threshold / least)) / Math.log(most / least));
}
