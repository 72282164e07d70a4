/**
 * What the server sends and takes, by the names that the page has for it: all of it is openapi.d.ts's, which `npm run types` makes of the
 * server's own description. A figure that does not exist is absent.
 */
import type { components, operations } from './generated/openapi';

type Schemas = components['schemas'];

export interface Page<T> {
  items: T[];
  next?: string;
}
export type Parameters = Record<string, unknown>;

export type Model = Schemas['Model'];
export type JobRequest = Schemas['JobRequest'];
export type Shares = NonNullable<JobRequest['shares']>;
export type Effects = NonNullable<JobRequest['effects']>;
export type Bos = NonNullable<JobRequest['bos']>;
export type JobMetric = NonNullable<JobRequest['metric']>;
export type Job = Schemas['Job'];
export type JobState = Job['state'];

export type Detail = Schemas['TraceDetail'];
export type TraceSummary = Schemas['TraceSummary'];
export type Trace = Schemas['Trace'];
export type WrittenToken = Schemas['TokenScore'];

export type NodeKind = Schemas['NodeKind'];
export type Node = Schemas['Node'];
export type Activation = Schemas['Activation'];
export type ComputedBlock = Schemas['ComputedBlock'];
export type ComputedScore = Schemas['ComputedScore'];
export type ComputedWord = Schemas['ComputedWord'];
/** One addend or reader of an activation. */
export type Part = Schemas['ActivationLink'];
/** A token whose probability a norm changes. */
export type TokenShift = Schemas['TokenShift'];
/** A whole and its parts in order: each begins where the one before ended, and the last ends at the total. */
export type Sum = Schemas['Sum'];
/** Without a node it is `remainder`, what is not stored, or `constant`, what the final norm and b_U add. */
export type SumPart = Schemas['SumPart'];

/** What a flow can be drawn with; a trace of detail `full` is drawn with neurons. */
export type FlowDetail = Schemas['FlowDetail'];
export type FlowNodeKind = Schemas['FlowNodeKind'];
export type FlowNode = Omit<Node, 'kind'> & { kind: FlowNodeKind };
export type EdgeKind = Schemas['FlowEdgeKind'];
export type FlowEdge = Schemas['FlowEdge'];
export type Flow = Omit<Schemas['Flow'], 'nodes'> & { nodes: FlowNode[] };

/** What the first picture of a trace is drawn of, from its fewest components to its most. */
export type Story = Schemas['Story'];
export type StoryMeasure = Schemas['StoryMeasure'];
export type StoryPart = Schemas['StoryComponent'];
export type StoryKey = Schemas['StoryKey'];
export type StoryEdge = Schemas['StoryEdge'];
export type StoryState = Schemas['StoryState'];
export type StoryCaption = Schemas['StoryCaption'];

/** All heads of a trace with their figures, all states with the logit lens, all patterns drawn small, and the patterns of some heads whole. */
export type TraceHeads = Schemas['TraceHeads'];
export type TraceHead = Schemas['TraceHead'];
export type Lens = Schemas['Lens'];
export type LensState = Schemas['LensState'];
export type LensSite = Schemas['LensSite'];
export type AttentionThumbnails = Schemas['AttentionThumbnails'];
export type AttentionThumbnail = Schemas['AttentionThumbnail'];
export type Attention = Schemas['Attention'];

/** The edges between components that are enough for a behaviour, and what they are worth. */
export type Circuit = Schemas['Circuit'];
export type WholeCircuit = Schemas['WholeCircuit'];
export type CircuitEdge = Schemas['CircuitEdge'];
export type CircuitNode = Schemas['CircuitNode'];

/** The answer of GET /api/compare. A figure that a side has not stored is absent, never 0. */
export type Comparison = Schemas['Comparison'];
export type CompareBy = Schemas['ComparedBy'];
export type FigureName = Schemas['FigureName'];
export type ComparedSide = Schemas['ComparedSide'];
export type ComparedRow = Schemas['ComparedRow'];
export type ComparedFigure = Schemas['ComparedFigure'];
export type Amount = Schemas['Amount'];
export type AlignedPair = Schemas['AlignedTokens'];
export type AlignedToken = Schemas['AlignedToken'];
export type CompareQuestion = Asked<'compare'>;

export type NamedQuery = Schemas['Query'];
export type QueryParameter = Schemas['QueryParameter'];
export type ParameterType = Schemas['ParameterType'];
export type Completion = Schemas['Completion'];
export type Result = Schemas['Result'];
/** What the database remarks on a statement it ran. */
export type Notification = Schemas['Notification'];
/** An operator of the database's plan, and what feeds it. */
export type Plan = Schemas['Plan'];

/** A head, a neuron or an MLP over all traces of its model, and what someone calls it. */
export type ComponentOverview = Schemas['ComponentOverview'];
export type ComponentUse = Schemas['ComponentUse'];
export type ComponentLabel = Schemas['ComponentLabel'];
export type LabelRequest = Schemas['LabelRequest'];
/** How someone looked at a trace, under a name. */
export type SavedView = Schemas['SavedView'];

/** Who is served, and what they may do. */
export type Session = Schemas['Session'];
export type Settings = Schemas['Settings'];

/** What a GET takes after the question mark; what is undefined is not sent. */
export type Asked<Operation extends keyof operations> = {
  [Name in keyof Given<Operation>]: Given<Operation>[Name] | undefined;
};
type Given<Operation extends keyof operations> = NonNullable<operations[Operation]['parameters']['query']>;

/** A file that the server made. */
export interface ExportedFile {
  name: string;
  content: Blob;
  /** whether there are more rows than it has */
  truncated: boolean;
}

/** A head's attention score from one position to another, or how much it is above that to a third. */
export interface Why {
  /** "L4H5" */
  head: string;
  query: number;
  key: number;
  against?: number;
}

/** A block of the model at a position of the prompt. */
export interface BlockPlace {
  layer: number;
  position: number;
}
