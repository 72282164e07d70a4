import type { TraceHead } from '../api/types';
import { CellGrid, rowsStyle } from '../grid/CellGrid';

interface HeadGridProps {
  heads: TraceHead[];
  caption: string;
  colour: (head: TraceHead) => string;
  label: (head: TraceHead) => string;
  selected: TraceHead | undefined;
  onSelect: (head: TraceHead) => void;
  onPoint: (head: TraceHead | undefined) => void;
}

/** Layers upward, heads across. */
export function HeadGrid({ heads, caption, colour, label, selected, onSelect, onPoint }: HeadGridProps) {
  const layers = [...new Set(heads.map((head) => head.layer))].sort((a, b) => b - a);
  const indexes = [...new Set(heads.map((head) => head.head))].sort((a, b) => a - b);
  const places = new Map(heads.map((head) => [`${head.layer} ${head.head}`, head]));
  return (
    <div className="heat heads-grid" style={rowsStyle(layers.length)}>
      <CellGrid
        caption={caption}
        columns={indexes.map((head) => ({ key: String(head), label: `H${head}`, title: `head ${head}` }))}
        rows={layers.map((layer) => ({ key: String(layer), label: `L${layer}`, title: `layer ${layer}` }))}
        at={(row, column) => places.get(`${row} ${column}`)}
        look={(head) => ({ colour: colour(head), label: label(head) })}
        selected={(head) => head === selected}
        onSelect={onSelect}
        onPoint={onPoint}
      />
    </div>
  );
}
