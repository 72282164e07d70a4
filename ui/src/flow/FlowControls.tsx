import { useId, type ReactNode } from 'react';
import type { FlowDetail } from '../api/types';
import { Options } from '../common/Options';
import { THRESHOLDS } from '../route/route';
import { sliderToThreshold, thresholdToSlider } from './scales';

interface FlowControlsProps {
  threshold: number;
  onThreshold: (threshold: number) => void;
  detail: FlowDetail;
  details: readonly FlowDetail[];
  onDetail: (detail: FlowDetail) => void;
  as: 'graph' | 'list';
  onAs: (as: 'graph' | 'list') => void;
  /** more choices */
  children?: ReactNode;
}

export function FlowControls({
  threshold,
  onThreshold,
  detail,
  details,
  onDetail,
  as,
  onAs,
  children,
}: FlowControlsProps) {
  const id = useId();
  const { least, most } = THRESHOLDS;

  return (
    <div className="controls" role="group" aria-label="What is shown">
      <label htmlFor={`${id}-threshold`}>Threshold</label>
      <input
        id={`${id}-threshold`}
        type="range"
        min={0}
        max={100}
        value={thresholdToSlider(threshold, least, most)}
        aria-valuetext={`shares of at least ${threshold}`}
        onChange={(event) => onThreshold(sliderToThreshold(Number(event.target.value), least, most))}
      />
      <output htmlFor={`${id}-threshold`} className="number">
        {threshold}
      </output>
      <button
        type="button"
        aria-pressed={as === 'list'}
        onClick={() => onAs(as === 'list' ? 'graph' : 'list')}
      >
        As a list
      </button>
      <Options>
        <label>
          Detail{' '}
          <select value={detail} onChange={(event) => onDetail(event.target.value as FlowDetail)}>
            {details.map((each) => (
              <option key={each}>{each}</option>
            ))}
          </select>
        </label>
        {children}
      </Options>
    </div>
  );
}
