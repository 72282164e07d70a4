import { useMemo } from 'react';
import type { Story } from '../api/types';
import type { ByReader } from '../story/byReader';
import { FirstSteps } from '../story/FirstSteps';
import { StoryHelp } from '../story/StoryHelp';
import { stepsOf } from '../story/steps';
import type { Known } from '../story/told';
import { useShown } from '../story/useStoryLayout';

interface Told {
  story: Story;
  count: number;
  reader: ByReader;
  known: Known;
}

interface GuideProps {
  told: Told;
  /** the step that a reader is led by, if any */
  at: number | undefined;
  onStep: (at: number | undefined) => void;
  help: boolean;
  onHelp: (open: boolean) => void;
}

/** What helps a reader: keys, and steps through the picture that is there. */
export function Guide({ told, at, onStep, help, onHelp }: GuideProps) {
  return (
    <>
      {at !== undefined && <Steps told={told} at={at} onStep={onStep} />}
      {help && (
        <StoryHelp
          onClose={() => onHelp(false)}
          onSteps={() => {
            onHelp(false);
            onStep(0);
          }}
        />
      )}
    </>
  );
}

function Steps({ told, at, onStep }: Pick<GuideProps, 'told' | 'onStep'> & { at: number }) {
  const { story, count, reader, known } = told;
  const shown = useShown(story, count, reader, known);
  const steps = useMemo(() => stepsOf(story, shown), [story, shown]);
  return <FirstSteps steps={steps} at={at} onStep={onStep} />;
}
