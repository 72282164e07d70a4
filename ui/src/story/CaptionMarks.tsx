import { memo } from 'react';
import type { Palette } from '../theme/palette';
import { CAPTION_FONT, type PlacedCaption } from './layout/captions';

export const CaptionMarks = memo(function CaptionMarks({
  captions,
  palette,
}: {
  captions: readonly PlacedCaption[];
  palette: Palette;
}) {
  return (
    <g
      className="captions"
      fill={palette.dim}
      fontSize={CAPTION_FONT}
      fontStyle="italic"
      stroke={palette.panel} // so that they can be read where they cross a line
      strokeWidth={3}
      strokeLinejoin="round"
      paintOrder="stroke"
    >
      {captions.map((caption) => (
        <text key={caption.id} x={caption.x} y={caption.y} textAnchor="end">
          {caption.text}
        </text>
      ))}
    </g>
  );
});
