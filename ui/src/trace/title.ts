import type { Trace } from '../api/types';
import { figure, metricName, percent } from '../common/format';
import { visiblePrompt, visibleToken } from '../tokens/tokenText';

/** What an image of a trace is of: the prompt, then the model, the target and the metric. */
export function traceTitle(trace: Trace): string[] {
  const target = visibleToken(trace.target);
  const against = trace.distractor === undefined ? '' : ` − ${visibleToken(trace.distractor)}`;
  return [
    `${visiblePrompt(trace.prompt)} → ${visibleToken(trace.prediction?.text)} (${percent(trace.prediction?.probability)})`,
    `model ${trace.modelName}, target ${target}${against}, ${metricName(trace.metric)} ${figure(trace.metricValue)}`,
  ];
}
