import type { Trace } from '../api/types';
import { figure, metricName, percent } from '../common/format';
import { visiblePrompt, visibleToken } from '../tokens/tokenText';

/** What is said of a trace above an image of it. */
export type Titled = Pick<
  Trace,
  'prompt' | 'modelName' | 'target' | 'distractor' | 'metric' | 'metricValue' | 'prediction'
>;

/** What an image of a trace is of: the prompt, then the model, the target and the metric. */
export function traceTitle(trace: Titled): string[] {
  const target = visibleToken(trace.target);
  const against = trace.distractor === undefined ? '' : ` − ${visibleToken(trace.distractor)}`;
  return [
    `${visiblePrompt(trace.prompt)} → ${visibleToken(trace.prediction?.text)} (${percent(trace.prediction?.probability)})`,
    `model ${trace.modelName}, target ${target}${against}, ${metricName(trace.metric)} ${figure(trace.metricValue)}`,
  ];
}
