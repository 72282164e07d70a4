import type { Story } from '../api/types';
import { rankColour } from '../flow/scales';
import type { Palette } from '../theme/palette';
import { Drawing } from './Drawing';
import { LayerNames, Tokens } from './Frame';
import { Gutter } from './Gutter';
import { placesOf } from './storyImage';
import { NOBODYS, type Told } from './told';
import { Head, Title } from './Title';

interface StillProps {
  story: Story;
  told: Told;
  palette: Palette;
  prompt: string | undefined;
  vocabulary: number;
  captions: boolean;
  circuit: string | undefined;
  /** of the panel */
  width: number;
}

const nothing = () => undefined;

/** What the panel shows at first, each axis where it belongs in a picture: nothing is pointed at, and nothing answers. */
export function Still({ story, told, palette, prompt, vocabulary, captions, circuit, width }: StillProps) {
  const { layout, shown, labels, most } = told;
  const frame = { story, layout, palette };
  const places = placesOf(layout);
  return (
    <>
      <Drawing
        {...frame}
        rank={rankColour(palette, vocabulary)}
        lit={[]}
        most={most}
        labels={labels}
        captions={captions}
        entry={undefined}
        selected={undefined}
        pinned={[]}
      />
      <g data-axis="tokens" transform={places.tokens}>
        <Tokens {...frame} onOpen={nothing} onTrace={nothing} />
      </g>
      <g data-axis="layers" transform={places.layers}>
        <LayerNames {...frame} onOpen={nothing} />
      </g>
      <g data-axis="gutter" transform={places.gutter}>
        <Gutter {...frame} onSelect={nothing} />
      </g>
      <g data-axis="title" transform={places.title}>
        <Title
          story={story}
          shown={shown}
          prompt={prompt}
          reader={NOBODYS}
          palette={palette}
          circuit={circuit}
          width={Math.min(width, layout.width)}
        />
      </g>
      <g data-axis="head" transform={places.head}>
        <Head {...frame} onTrace={nothing} />
      </g>
    </>
  );
}
