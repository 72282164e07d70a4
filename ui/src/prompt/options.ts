import {
  JOB_REQUEST_BOS,
  JOB_REQUEST_EFFECTS,
  JOB_REQUEST_METRIC,
  JOB_REQUEST_SHARES,
  TRACE_DETAILS,
} from '../api/generated/words';
import type { Bos, Detail, Effects, JobMetric, JobRequest, Shares } from '../api/types';

/** How a prompt is traced, besides what is asked of it. */
export interface TraceOptions {
  detail: Detail;
  shares: Shares;
  effects: Effects;
  steps: number;
  /** what is explained where no distractor is named: the difference to one that is proposed, or the logit alone */
  metric: JobMetric;
  /** what is put before the prompt */
  bos: Bos;
  tags: string[];
}

/** The server's own, but for the metric: a difference is told better. */
export const DEFAULTS: TraceOptions = {
  detail: 'neurons',
  shares: 'l1',
  effects: 'logit',
  steps: 1,
  metric: 'difference',
  bos: 'auto',
  tags: [],
};
export const STEPS = { least: 1, most: 64 };

const KEY = 'headstream.options';

export function readOptions(): TraceOptions {
  let kept: Record<string, unknown> = {};
  try {
    kept = Object(JSON.parse(localStorage.getItem(KEY) ?? '{}')) as Record<string, unknown>;
  } catch {
    // what cannot be read is forgotten
  }
  return {
    detail: TRACE_DETAILS.find((each) => each === kept.detail) ?? DEFAULTS.detail,
    shares: JOB_REQUEST_SHARES.find((each) => each === kept.shares) ?? DEFAULTS.shares,
    effects: JOB_REQUEST_EFFECTS.find((each) => each === kept.effects) ?? DEFAULTS.effects,
    steps: stepsOf(String(kept.steps)) ?? DEFAULTS.steps,
    metric: JOB_REQUEST_METRIC.find((each) => each === kept.metric) ?? DEFAULTS.metric,
    bos: JOB_REQUEST_BOS.find((each) => each === kept.bos) ?? DEFAULTS.bos,
    tags: Array.isArray(kept.tags) ? kept.tags.filter((tag) => typeof tag === 'string') : DEFAULTS.tags,
  };
}

export function keepOptions(options: TraceOptions): void {
  localStorage.setItem(KEY, JSON.stringify(options));
}

/** Only what differs from the server's own, so that these can change; the detail has always been said. */
export function requestOf(options: TraceOptions, position: number | undefined): Omit<JobRequest, 'prompt'> {
  const { detail, shares, effects, steps, bos, tags } = options;
  return {
    detail,
    ...(shares !== DEFAULTS.shares && { shares }),
    ...(effects !== DEFAULTS.effects && { effects }),
    ...(steps !== DEFAULTS.steps && effects !== 'none' && { steps }),
    ...(bos !== DEFAULTS.bos && { bos }),
    ...(position !== undefined && { position }),
    ...(tags.length > 0 && { tags }),
  };
}

/** The prompt as it is, or as what the user says in a chat. */
export function askedOf(
  prompt: string,
  chat: { system: string } | undefined,
): Pick<JobRequest, 'prompt' | 'messages'> {
  if (!chat) return { prompt };
  const user = { role: 'user', content: prompt };
  const system = chat.system.trim();
  return { messages: system === '' ? [user] : [{ role: 'system', content: chat.system }, user] };
}

/** The logit alone, the difference to the token that is named, or to the one that the tracer proposes. */
export function comparisonOf(
  metric: JobMetric,
  distractor: string,
): Pick<JobRequest, 'metric' | 'distractor'> {
  if (metric === 'logit') return { metric };
  return distractor === '' ? { metric } : { distractor };
}

/** What is not as usual, for the closed disclosure. */
export function changes(options: TraceOptions, position: string): string[] {
  const { detail, shares, effects, steps, metric, bos, tags } = options;
  return [
    metric === 'logit' && 'the logit alone',
    detail !== DEFAULTS.detail && `detail ${detail}`,
    shares !== DEFAULTS.shares && `shares ${shares}`,
    effects !== DEFAULTS.effects && (effects === 'none' ? 'no effects' : `effects on the ${effects}`),
    steps !== DEFAULTS.steps && effects !== 'none' && `${steps} steps`,
    bos !== DEFAULTS.bos && `bos ${bos}`,
    position !== '' && `position ${position}`,
    tags.length > 0 && `tagged ${tags.join(', ')}`,
  ].filter((change) => change !== false);
}

export function stepsOf(text: string): number | undefined {
  const steps = Number(text);
  return text.trim() !== '' && Number.isInteger(steps) && steps >= STEPS.least && steps <= STEPS.most
    ? steps
    : undefined;
}

/** A position from 0; empty is the last. */
export function positionOf(text: string): number | 'last' | undefined {
  if (text.trim() === '') return 'last';
  const position = Number(text);
  return Number.isInteger(position) && position >= 0 ? position : undefined;
}

export function tagsOf(text: string): string[] {
  return [
    ...new Set(
      text
        .split(',')
        .map((tag) => tag.trim())
        .filter((tag) => tag !== ''),
    ),
  ];
}
