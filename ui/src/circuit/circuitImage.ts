import type { WholeCircuit } from '../api/types';
import { count, figure, percent } from '../common/format';
import { framed, marksOf, type Legend } from '../common/framed';
import { escapeXml, withStyles, type Image } from '../common/image';
import type { Palette } from '../theme/palette';
import type { CircuitPicture } from './circuits';

const LETTER = 6.3;
const LINE = 22;
const LEGEND = 12;

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
  const edges = (colour: string, words: string): [string, string] => [colour, words];
  const samples = other
    ? [
        edges(palette.text, 'both have it'),
        edges(palette.raises, `${name(one)} alone, holds the metric up`),
        edges(palette.lowers, `${name(one)} alone, works against it`),
        edges(palette.erases, `${name(other)} alone`),
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
    legend: (room) => legend(samples, palette, room),
  });
}

function worth({ circuit }: WholeCircuit): string {
  const { name, edges, edgesOfModel, faithfulness, ablation } = circuit;
  return (
    `${name}: ${count(edges)} of ${count(edgesOfModel)} edges (${percent(edges / edgesOfModel)}), ` +
    `faithfulness ${figure(faithfulness)}, ${ablation} ablation along the others`
  );
}

function legend(samples: [colour: string, words: string][], palette: Palette, room: number): Legend {
  let [x, y] = [0, 0];
  const marks = [...samples, ['', 'the wider, the larger its score'] as const].map(([colour, words]) => {
    const line = colour === '' ? 0 : 28;
    const wide = line + words.length * LETTER + 18;
    if (x > 0 && x + wide > room) [x, y] = [0, y + LINE];
    const at = x;
    x += wide;
    const sample = line > 0 ? `<path d="M${at} ${y - 4}h22" stroke="${colour}" stroke-width="3"/>` : '';
    return `${sample}<text x="${at + line}" y="${y}">${escapeXml(words)}</text>`;
  });
  return {
    marks: `<g font-size="11" fill="${palette.dim}">${marks.join('')}</g>`,
    height: y + LEGEND,
  };
}
