import type { MouseEvent } from 'react';
import type { Story } from '../api/types';
import { percent } from '../common/format';
import { visibleToken } from '../tokens/tokenText';
import type { Palette } from '../theme/palette';
import { GUTTER, GUTTER_BAR, GUTTER_TOKEN } from './layout/gutter';
import type { FrameProps } from './Frame';
import { notKept } from './Gutter';
import { FRAME } from './layout/layout';
import { fitting, textWidth } from '../common/text';
import type { ByReader } from './byReader';
import type { Shown } from './prune';
import { StoryLegend } from './StoryLegend';
import { countText, TITLE_FONT, titleText } from './sentences';

interface TitleProps {
  story: Story;
  shown: Shown;
  prompt: string | undefined;
  reader: ByReader;
  palette: Palette;
  /** the circuit whose components are marked */
  circuit?: string | undefined;
  /** of the panel */
  width: number;
}

const ANSWER = 15;
const SMALL = 11;

/** Within the drawing, so that a picture of the panel says what it is of. */
export function Title({ story, shown, prompt, reader, palette, circuit, width }: TitleProps) {
  const right = width - GUTTER;
  const start = right - answerWidth(story);
  return (
    <g>
      <rect x={0} y={0} width={width} height={FRAME.top} fill={palette.panel} />
      <text x={8} y={17} fontSize={TITLE_FONT} fontWeight={650} fill={palette.text} xmlSpace="preserve">
        {titleText(story, prompt, start - 16)}
      </text>
      <text x={8} y={32} fontSize={SMALL} fill={palette.dim}>
        {fitting(countText(story, shown, reader), right - 8, SMALL, 'sans')}
      </text>
      <StoryLegend target={story.target} palette={palette} circuit={circuit} room={right - 8} />
    </g>
  );
}

/** Above the gutter, and before it the answer: where the target's stream ends. */
export function Head({
  story,
  layout,
  palette,
  onTrace,
}: FrameProps & { onTrace: (event: MouseEvent) => void }) {
  const two = story.distractor !== undefined;
  const unknown = two && layout.gutter.some((line) => line.state && line.distractor === undefined);
  const name = (text: string | undefined) =>
    fitting(`P(${visibleToken(text)})`, GUTTER_BAR.width + 8, SMALL, 'mono');
  return (
    <g fontSize={SMALL} fill={palette.dim}>
      <rect x={0} y={0} width={GUTTER} height={FRAME.top} fill={palette.panel} />
      <g className="fold" data-answer="" onClick={onTrace}>
        <title>Paths to the answer</title>
        <text
          x={2}
          y={17}
          fontSize={ANSWER}
          fontWeight={700}
          textAnchor="end"
          className="mono"
          fill={palette.text}
          xmlSpace="preserve"
        >
          {answerText(story)}
        </text>
      </g>
      <text x={GUTTER_TOKEN.x} y={45}>
        would say
      </text>
      {unknown && (
        <g>
          <title>{`Where ${visibleToken(story.distractor)} is not among the first tokens of a state, its probability there is not kept.`}</title>
          <path d={`M${GUTTER_TOKEN.x} 28h9`} {...notKept(palette)} />
          <text x={GUTTER_TOKEN.x + 12} y={31} fontSize={9.5}>
            not kept
          </text>
        </g>
      )}
      <text x={GUTTER_BAR.x} y={two ? 31 : 45} className="mono" fill={palette.raises} xmlSpace="preserve">
        {name(story.target)}
      </text>
      {two && (
        <text x={GUTTER_BAR.x} y={45} className="mono" fill={palette.lowers} xmlSpace="preserve">
          {name(story.distractor)}
        </text>
      )}
    </g>
  );
}

/** How far the answer reaches to the left of the gutter. */
export function answerWidth(story: Story): number {
  return textWidth(answerText(story), ANSWER, 'bold') + 8;
}

function answerText(story: Story): string {
  return `${visibleToken(story.target)} ${percent(story.targetProbability)}`;
}
