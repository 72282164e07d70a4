import { RankRamp } from '../flow/RankRamp';
import { AmountLegend } from '../grid/AmountLegend';
import type { LensFigure } from './states';

export function LensLegend({ by, vocabulary }: { by: LensFigure; vocabulary: number }) {
  if (by.key !== 'targetRank') return <AmountLegend name={by.name} signed={false} most="100%" />;
  return (
    <div className="legend" role="group" aria-label="Legend">
      <RankRamp name={by.name} vocabulary={vocabulary} />
    </div>
  );
}
