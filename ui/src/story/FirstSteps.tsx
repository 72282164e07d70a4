import { useEffect, useLayoutEffect, useRef } from 'react';
import type { Step } from './steps';

interface FirstStepsProps {
  steps: readonly Step[];
  at: number;
  onStep: (at: number | undefined) => void;
}

const GAP = 12;

/** The step at hand in a box beside the mark that it is about, which has a frame. */
export function FirstSteps({ steps, at, onStep }: FirstStepsProps) {
  const box = useRef<HTMLDivElement>(null);
  const frame = useRef<HTMLDivElement>(null);
  const step = steps[at];

  useLayoutEffect(() => {
    const panel = box.current?.offsetParent;
    const mark = step && document.querySelector(step.at);
    if (!panel || !mark || !box.current || !frame.current) return;
    const around = panel.getBoundingClientRect();
    const { left, top, width, height } = mark.getBoundingClientRect();
    const [x, y] = [left - around.left, top - around.top];
    Object.assign(frame.current.style, px({ left: x - 4, top: y - 4, width: width + 8, height: height + 8 }));
    const { offsetWidth: wide, offsetHeight: high } = box.current;
    const below = y + height + GAP + high <= around.height;
    const above = y - GAP - high >= 0;
    const place = {
      left: within(below || above ? x : x - wide - GAP, around.width - wide - GAP),
      top: within(below ? y + height + GAP : above ? y - GAP - high : y, around.height - high - GAP),
    };
    Object.assign(box.current.style, px(place));
  });
  useEffect(() => box.current?.focus(), [at]);

  if (!step) return null;
  const last = at === steps.length - 1;
  return (
    <>
      <div className="step-frame" ref={frame} aria-hidden="true" />
      <div className="step-box" ref={box} role="dialog" aria-label={step.title} tabIndex={-1}>
        <p className="hint">
          {at + 1} of {steps.length}
        </p>
        <h3>{step.title}</h3>
        <p>{step.text}</p>
        <p className="actions">
          <button type="button" onClick={() => onStep(last ? undefined : at + 1)}>
            {last ? 'Done' : 'Next'}
          </button>
          {!last && (
            <button type="button" className="quiet" onClick={() => onStep(undefined)}>
              Enough
            </button>
          )}
        </p>
      </div>
    </>
  );
}

function within(value: number, most: number): number {
  return Math.max(GAP, Math.min(value, most));
}

function px(places: Record<string, number>): Record<string, string> {
  return Object.fromEntries(Object.entries(places).map(([name, value]) => [name, `${value}px`]));
}
