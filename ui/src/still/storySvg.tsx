import { renderToStaticMarkup } from 'react-dom/server';
import type { Membership } from '../api/found';
import type { Story } from '../api/types';
import { framed, MONO } from '../common/framed';
import { onlyXml, type Image } from '../common/image';
import { USUAL_VOCABULARY } from '../flow/scales';
import { STORY_COUNTS } from '../route/route';
import { mostOf } from '../story/prune';
import { Still } from '../story/Still';
import { told } from '../story/told';
import { PALETTES, type Theme } from '../theme/palette';
import { traceTitle, type Titled } from '../trace/title';

/** What is drawn, and how. */
export interface Asked {
  story: Story;
  trace: Titled;
  /** how many tokens the model knows, if that is known */
  vocabulary?: number;
  theme: Theme;
  /** how many ranked components; absent for as many as the page shows at first, folded to the panel */
  count?: number;
  captions: boolean;
  /** px of the panel that the picture would stand in */
  width: number;
  height: number;
  circuit?: { name: string; members: string[] };
}

/** The picture that the page's SVG button saves of a story that nobody has touched, made without a page. */
export function storyStill({ story, trace, vocabulary, theme, count, captions, ...asked }: Asked): Image {
  const { width, height } = asked;
  const palette = PALETTES[theme];
  const circuit: Membership | undefined = asked.circuit && {
    name: asked.circuit.name,
    members: new Set(asked.circuit.members),
  };
  const drawn = told(
    story,
    Math.min(count ?? STORY_COUNTS.usual, mostOf(story)),
    { names: new Map(), circuit },
    {
      width,
      height,
      openLayers: new Set(),
      openPositions: new Set(),
      fitted: count === undefined,
    },
  );
  const svg = renderToStaticMarkup(
    <svg>
      <Still
        story={story}
        told={drawn}
        palette={palette}
        prompt={trace.prompt}
        vocabulary={vocabulary ?? USUAL_VOCABULARY}
        captions={captions}
        circuit={circuit?.name}
        width={width}
      />
    </svg>,
  );
  return framed({ marks: still(svg), size: drawn.layout, palette, title: traceTitle(trace) });
}

/** Attributes of a page, which a picture is not: no style sheet gives its classes a look, and nothing in it is pressed. Text has no quotes, so attributes alone are met. */
function still(svg: string): string {
  return onlyXml(svg.slice('<svg>'.length, -'</svg>'.length))
    .replace(/ class="mono"/g, ` font-family="${MONO}"`)
    .replace(/ (?:class|role|tabindex|aria-pressed)="[^"]*"/g, '');
}
