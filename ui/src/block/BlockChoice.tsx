import type { BlockPlace, Trace } from '../api/types';
import { Toolbar } from '../common/Toolbar';
import { visibleToken } from '../tokens/tokenText';

interface BlockChoiceProps {
  trace: Trace;
  place: BlockPlace;
  onChoose: (place: BlockPlace) => void;
}

/** Which block, at which token; and those beside it. */
export function BlockChoice({ trace, place, onChoose }: BlockChoiceProps) {
  const { layer, position } = place;
  const count = trace.layers ?? layer + 1;
  const layers = Array.from({ length: count }, (_, i) => i);
  return (
    <>
      <label>
        layer{' '}
        <select value={layer} onChange={(event) => onChoose({ layer: Number(event.target.value), position })}>
          {layers.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
      <label>
        at{' '}
        <select
          value={position}
          onChange={(event) => onChoose({ layer, position: Number(event.target.value) })}
        >
          {trace.tokens.map(({ index, text }) => (
            <option key={index} value={index}>
              {index} {visibleToken(text)}
            </option>
          ))}
        </select>
      </label>
      <Toolbar label="Beside this block">
        <button
          type="button"
          aria-label="Layer below"
          disabled={layer === 0}
          onClick={() => onChoose({ layer: layer - 1, position })}
        >
          ↓
        </button>
        <button
          type="button"
          aria-label="Layer above"
          disabled={layer >= count - 1}
          onClick={() => onChoose({ layer: layer + 1, position })}
        >
          ↑
        </button>
        <button
          type="button"
          aria-label="Token before"
          disabled={position === 0}
          onClick={() => onChoose({ layer, position: position - 1 })}
        >
          ←
        </button>
        <button
          type="button"
          aria-label="Token after"
          disabled={position >= trace.tokens.length - 1}
          onClick={() => onChoose({ layer, position: position + 1 })}
        >
          →
        </button>
      </Toolbar>
    </>
  );
}
