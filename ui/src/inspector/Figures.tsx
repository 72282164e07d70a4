import type { Activation } from '../api/types';
import { figure, percent, rankText, signed } from '../common/format';

type Figure =
  | 'targetRank'
  | 'targetProbability'
  | 'share'
  | 'influence'
  | 'dla'
  | 'effect'
  | 'norm'
  | 'activation'
  | 'strength'
  | 'entropy'
  | 'remainder'
  | 'remainderDla';

/** The figures there are; what does not exist for this kind or position is left out. */
export function Figures({ activation: a }: { activation: Partial<Pick<Activation, Figure>> }) {
  const figures: [name: string, value: string | undefined, explanation: string][] = [
    [
      'target',
      given(a.targetRank, (rank) => `${rankText(rank)} · ${percent(a.targetProbability)}`),
      "the target's rank and probability in its vocabulary projection",
    ],
    ['share', given(a.share, percent), 'its part of the residual state it ends in'],
    [
      'influence',
      given(a.influence, percent),
      'shares multiplied and summed along all paths to the prediction',
    ],
    ['DLA', given(a.dla, signed), 'direct logit attribution: what it adds to the metric'],
    [
      'effect',
      given(a.effect, signed),
      'activation times gradient: what the metric would lose without it, to first order',
    ],
    ['norm', given(a.norm, (norm) => figure(norm)), 'Euclidean length'],
    ['activation', given(a.activation, (value) => figure(value)), 'after the non-linearity'],
    [
      'strength',
      given(a.strength, (value) => figure(value)),
      '|activation| times the norm of its row of W_out',
    ],
    ['entropy', given(a.entropy, (value) => figure(value)), 'of its attention pattern, in nats'],
    ['remainder', given(a.remainder, percent), 'share of its parts that are not kept'],
    ['remainder DLA', given(a.remainderDla, signed), 'DLA of its parts that are not kept'],
  ];
  return (
    <dl className="figures">
      {figures.map(
        ([name, value, explanation]) =>
          value !== undefined && (
            <div key={name} title={explanation}>
              <dt>{name}</dt>
              <dd className="number">{value}</dd>
            </div>
          ),
      )}
    </dl>
  );
}

function given(value: number | undefined, show: (value: number) => string): string | undefined {
  return value === undefined ? undefined : show(value);
}
