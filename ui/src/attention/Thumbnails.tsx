import { useEffect, useMemo, useRef } from 'react';
import type { AttentionThumbnail, AttentionThumbnails, TraceHead } from '../api/types';
import { amounts } from '../grid/scale';
import { walk } from '../grid/walk';
import { headFigure } from '../heads/headFigures';
import { useTheme } from '../theme/useTheme';
import { paintSmall, ramp } from './paint';
import { cellsOf } from './pattern';

interface ThumbnailsProps {
  thumbnails: AttentionThumbnails;
  heads: TraceHead[];
  byLayer: boolean;
  selected: TraceHead | undefined;
  onSelect: (head: TraceHead) => void;
}

/** The pattern of every head, small: layer by layer from the last, or by effect; underlined by what the head does for the metric. */
export function Thumbnails({ thumbnails, heads, byLayer, selected, onSelect }: ThumbnailsProps) {
  const { palette } = useTheme();
  const frame = useRef<HTMLDivElement>(null);
  const colours = useMemo(() => ramp(palette), [palette]);
  const patterns = useMemo(() => new Map(thumbnails.heads.map((each) => [each.name, each])), [thumbnails]);
  const by = headFigure(heads.some((head) => head.effect !== undefined) ? 'effect' : 'dla');
  const scale = amounts(palette, heads.map(by.of), true);
  const groups = byLayer ? layers(heads) : [{ name: `by ${by.name}`, heads }];
  const first = selected ?? groups[0]?.heads[0];
  return (
    <div className="thumbnails" ref={frame} role="group" aria-label="The attention patterns of all heads">
      {groups.map((group, row) => (
        <div key={group.name} className="thumbnail-group" role="group" aria-label={group.name}>
          {byLayer && (
            <span className="thumbnail-layer" aria-hidden="true">
              {group.name}
            </span>
          )}
          <div className="thumbnail-heads">
            {group.heads.map((head, column) => {
              const pattern = patterns.get(head.name);
              const label = `${head.name}: ${by.name} ${by.text(by.of(head))}`;
              return (
                <button
                  key={head.name}
                  type="button"
                  data-place={`${row} ${column}`}
                  tabIndex={head === first ? 0 : -1}
                  aria-label={label}
                  title={label}
                  aria-pressed={head === selected}
                  onClick={() => onSelect(head)}
                  onKeyDown={(event) => walk(event, frame.current, row, column)}
                >
                  {pattern && <Thumbnail pattern={pattern} size={thumbnails.size} colours={colours} />}
                  <span className="thumbnail-effect" style={{ background: scale.colour(by.of(head)) }} />
                  <small>{byLayer ? `H${head.head}` : head.name}</small>
                </button>
              );
            })}
          </div>
        </div>
      ))}
    </div>
  );
}

function layers(heads: TraceHead[]): { name: string; heads: TraceHead[] }[] {
  const indexes = [...new Set(heads.map((head) => head.layer))].sort((a, b) => b - a);
  return indexes.map((layer) => ({ name: `L${layer}`, heads: heads.filter((head) => head.layer === layer) }));
}

interface ThumbnailProps {
  pattern: AttentionThumbnail;
  size: number;
  colours: ReturnType<typeof ramp>;
}

function Thumbnail({ pattern, size, colours }: ThumbnailProps) {
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current) paintSmall(canvas.current, cellsOf(pattern.cells), size, colours);
  }, [pattern, size, colours]);
  return <canvas ref={canvas} width={size} height={size} aria-hidden="true" />;
}
