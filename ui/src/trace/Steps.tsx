import { useMemo } from 'react';
import type { Story } from '../api/types';
import type { ByReader } from '../story/byReader';
import { FirstSteps } from '../story/FirstSteps';
import { stepsOf } from '../story/steps';
import { useShown } from '../story/useStoryLayout';

interface StepsProps {
  story: Story;
  count: number;
  reader: ByReader;
  names: ReadonlyMap<string, string>;
  at: number;
  onStep: (at: number | undefined) => void;
}

/** A first visitor is led through the picture that is there. */
export function Steps({ story, count, reader, names, at, onStep }: StepsProps) {
  const shown = useShown(story, count, reader, names);
  const steps = useMemo(() => stepsOf(story, shown), [story, shown]);
  return <FirstSteps steps={steps} at={at} onStep={onStep} />;
}
