import type { Act } from './acts';
import type { BlockPlace, CompareBy, FlowDetail, Parameters, StoryMeasure, Why } from '../api/types';

/** What the page shows, whole: the same link draws the same picture. */
export type Route = TracesRoute | TraceRoute | ConsoleRoute | CompareRoute | ComponentRoute | CircuitsRoute;

export interface TracesRoute {
  page: 'traces';
  /** the job whose progress is shown, so that a reload keeps watching it */
  job?: string;
  query?: string;
  model?: string;
}

/** Where the reader has panned and zoomed to: the middle of the view in parts of the drawing's width and height, and its scale. */
export interface Camera {
  x: number;
  y: number;
  scale: number;
}

export interface TraceRoute {
  page: 'trace';
  id: string;
  node?: string;
  threshold: number;
  /** absent: as much as was traced */
  detail?: FlowDetail;
  as: TraceView;
  /** the block that is opened; absent: that of the node */
  block?: BlockPlace;
  /** what the waterfall adds up; absent: the metric, from the embedding */
  whole?: string;
  camera?: Camera;
  /** with how many ranked components the story is told; absent: the usual number */
  count?: number;
  /** false: the story without captions */
  captions?: false;
  /** layers and positions that the reader opened, which would be folded */
  layers?: number[];
  positions?: number[];
  /** what the heads or the lens are coloured by, or which sweep is shown; absent: the usual one, or the newest */
  figure?: string;
  /** the circuit whose components are marked, by id */
  circuit?: string;
  /** what the story is told in; absent: what says most */
  measure?: StoryMeasure;
  /** the lens between attention and MLP; absent: after each block */
  site?: 'mid';
  /** attention patterns layer by layer, a waterfall by size; absent: patterns by effect, a waterfall by layer */
  order?: 'layer' | 'size';
  /** the position whose paths stand out */
  paths?: number;
  /** the ends that chains are shown between, or the first of them: a component's id or a token's position */
  chain?: (string | number)[];
  /** what the reader did to the picture */
  acts?: Act[];
  /** the attention score that is taken apart */
  why?: Why;
}

/** The story, the same in words, the whole flow, the same as a table, the waterfall; or all heads, what was measured, the logit lens, all attention patterns, one block. */
export type TraceView =
  'story' | 'words' | 'graph' | 'list' | 'waterfall' | 'heads' | 'sweep' | 'lens' | 'attention' | 'block';
export type ResultTab = 'table' | 'graph' | 'json' | 'plan';

export interface ConsoleRoute {
  page: 'console';
  /** the trace that parameters are filled from */
  trace?: string;
  model?: string;
  name?: string;
  statement?: string;
  parameters?: Parameters;
  /** how the answer is shown; with it, whoever opens the link sees the answer, without it the question */
  as?: ResultTab;
}

/** A head, a neuron or an MLP over all traces. */
export interface ComponentRoute {
  page: 'component';
  /** id or name */
  model: string;
  name: string;
}

/** The circuits that were found: one drawn, or two compared; absent: the newest alone. */
export interface CircuitsRoute {
  page: 'circuits';
  circuit?: string;
  other?: string;
}

export interface CompareRoute {
  page: 'compare';
  /** a trace's id, or tag:NAME */
  left?: string;
  right?: string;
  by: CompareView;
  /** the figure that is shown and that orders the rows; absent: the usual one */
  figure?: string;
  /** a head or other component that is looked at */
  component?: string;
  /** neurons instead of heads and MLPs */
  neurons?: boolean;
  /** of the picture: one side, both beside one another, or the difference between them too; absent: the difference */
  show?: PairShown;
  /** of the picture: how many marks; absent: the usual number */
  count?: number;
  /** of the picture: what the reader opened, which would be folded: layers, and pairs of tokens */
  layers?: number[];
  positions?: number[];
  /** of the picture: what is looked at, such as "13 L23H3" */
  mark?: string;
}

/** What rows a comparison has, or two stories as one picture. */
export type CompareView = CompareBy | 'picture';
export type PairShown = 'left' | 'right' | 'sides' | 'three';
