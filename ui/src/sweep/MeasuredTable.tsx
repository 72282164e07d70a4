import { percent, rankText, signed } from '../common/format';
import type { Diverging } from '../grid/scale';
import type { Measured } from './sweeps';

interface MeasuredTableProps {
  measured: Measured[];
  scale: Diverging;
  onPoint: (each: Measured | undefined) => void;
}

const LISTED = 50;

/** What changes the metric most, in order. */
export function MeasuredTable({ measured, scale, onPoint }: MeasuredTableProps) {
  return (
    <table className="rows ranking" onPointerLeave={() => onPoint(undefined)}>
      <caption className="hidden">What changes the metric most</caption>
      <thead>
        <tr>
          <th scope="col">component</th>
          <th scope="col" className="right" title="the metric after it less that of the pass as it is">
            change
          </th>
          <th scope="col" className="right" title="the target's rank and probability after it">
            target
          </th>
        </tr>
      </thead>
      <tbody>
        {measured.slice(0, LISTED).map((each) => (
          <tr key={each.component} onPointerEnter={() => onPoint(each)}>
            <th scope="row">{each.component}</th>
            <td className="number right amount">
              <span className="swatch" style={{ background: scale.colour(each.change) }} aria-hidden="true" />
              {signed(each.change)}
            </td>
            <td className="number right">
              {rankText(each.rank)} {percent(each.probability)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
