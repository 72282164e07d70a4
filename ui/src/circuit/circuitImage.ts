import type { WholeCircuit } from '../api/types';
import { count, figure, percent } from '../common/format';
import { framed, marksOf } from '../common/framed';
import { withStyles, type Image } from '../common/image';
import { swatches, type Swatch } from '../common/swatches';
import type { Palette } from '../theme/palette';
import type { CircuitPicture } from './circuits';

/** A circuit, or two over one another, as a file that says whose they are and what they are worth. */
export function circuitImage(
  svg: SVGSVGElement,
  { width, height, left }: CircuitPicture,
  palette: Palette,
  one: WholeCircuit,
  other: WholeCircuit | undefined,
): Image {
  const name = (each: WholeCircuit) => each.circuit.name;
  const title = `The circuit ${name(one)}${other ? ` and the circuit ${name(other)}` : ''} of ${one.circuit.modelName}`;
  const edges = (colour: string, words: string): Swatch => ({ colour, words });
  const samples = other
    ? [
        edges(palette.text, 'both have it'),
        edges(palette.raises, `${name(one)} alone, holds the metric up`),
        edges(palette.lowers, `${name(one)} alone, works against it`),
        edges(palette.other, `${name(other)} alone`),
      ]
    : [edges(palette.raises, 'holds the metric up'), edges(palette.lowers, 'works against it')];
  return framed({
    marks: marksOf(withStyles(svg)),
    size: { width, height },
    palette,
    title: [
      title,
      ...[one, ...(other ? [other] : [])].map(worth),
      ...(left > 0 ? [`${count(left)} weaker edges are not drawn`] : []),
    ],
    legend: (room) => swatches([...samples, { words: 'the wider, the larger its score' }], palette, room, 3),
  });
}

function worth({ circuit }: WholeCircuit): string {
  const { name, edges, edgesOfModel, faithfulness, ablation } = circuit;
  return (
    `${name}: ${count(edges)} of ${count(edgesOfModel)} edges (${percent(edges / edgesOfModel)}), ` +
    `faithfulness ${figure(faithfulness)}, ${ablation} ablation along the others`
  );
}
