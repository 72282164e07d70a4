import { useMemo, useState, type ReactNode } from 'react';
import { useNamedQuery } from '../api/found';
import { useQueries } from '../api/hooks';
import type { Trace } from '../api/types';
import { CypherBox } from '../common/CypherBox';
import { downloadText } from '../common/download';
import { figure, percent, rankText, signed } from '../common/format';
import { ImageButtons } from '../common/ImageButtons';
import { ErrorBox, Loading } from '../common/States';
import { AmountLegend } from '../grid/AmountLegend';
import { CellGrid, rowsStyle } from '../grid/CellGrid';
import { amounts } from '../grid/scale';
import type { TraceRoute } from '../route/route';
import { navigate } from '../route/useRoute';
import { useTheme } from '../theme/useTheme';
import { MeasureButtons } from './MeasureButtons';
import { NothingMeasured } from './NothingMeasured';
import { sweepImage } from './sweepImage';
import { mapOf, measuredIn, sweepCsv, sweepName, sweepsOf, type Measured, type Sweep } from './sweeps';
import { MeasuredTable } from './MeasuredTable';

interface SweepPanelProps {
  route: TraceRoute;
  trace: Trace;
  /** what an image of the trace is of */
  title: readonly string[];
  /** the switch between views */
  children: ReactNode;
}

const MOST_SWEEPS = 100;
const MOST_MEASURED = 10_000;
const MEASURED = 'what-a-sweep-measured';
const SCROLLED_BY_KEYS = 0; // a tabIndex: nothing in the table takes the focus

/** What really changing each component in turn did to the metric: layers by heads, or layers by positions. */
export default function SweepPanel({ route, trace, title, children }: SweepPanelProps) {
  const sweeps = useNamedQuery('sweeps-of-a-trace', { trace: trace.id, limit: MOST_SWEEPS });
  const all = useMemo(() => (sweeps.data ? sweepsOf(sweeps.data) : []), [sweeps.data]);
  const chosen = all.find(({ id }) => id === route.figure) ?? all[0];
  const choose = (figure: string) => navigate({ ...route, figure }, 'replace');
  return (
    <>
      <div className="panel-head">
        {children}
        {chosen && (
          <label>
            sweep{' '}
            <select value={chosen.id} onChange={(event) => choose(event.target.value)}>
              {all.map((each) => (
                <option key={each.id} value={each.id}>
                  {sweepName(each)}
                </option>
              ))}
            </select>
          </label>
        )}
        {chosen && <MeasureButtons trace={trace} route={route} />}
      </div>
      {sweeps.error && <ErrorBox error={sweeps.error} onRetry={() => void sweeps.refetch()} />}
      {sweeps.isPending && <Loading what="the sweeps" />}
      {sweeps.data && !chosen && <NothingMeasured trace={trace} route={route} />}
      {chosen && <Shown key={chosen.id} sweep={chosen} trace={trace} title={title} />}
    </>
  );
}

function Shown({ sweep, trace, title }: { sweep: Sweep } & Pick<SweepPanelProps, 'trace' | 'title'>) {
  const { palette } = useTheme();
  const parameters = { trace: trace.id, of: null, sweep: sweep.id, limit: MOST_MEASURED };
  const answer = useNamedQuery(MEASURED, parameters);
  const statement = useQueries().data?.find(({ name }) => name === MEASURED)?.statement;
  const measured = useMemo(() => (answer.data ? measuredIn(answer.data) : []), [answer.data]);
  const [pointed, setPointed] = useState<Measured>();
  const [selected, setSelected] = useState<Measured>();
  const map = useMemo(() => mapOf(sweep, measured, trace), [sweep, measured, trace]);
  const scale = useMemo(
    () =>
      amounts(
        palette,
        measured.map(({ change }) => change),
        true,
      ),
    [palette, measured],
  );
  if (answer.error) return <ErrorBox error={answer.error} onRetry={() => void answer.refetch()} />;
  if (!answer.data) return <Loading what="what was measured" />;
  const told = pointed ?? selected ?? measured[0];
  const file = `sweep-${sweep.of}-${trace.id}`;
  const draw = () =>
    map && sweepImage(map, scale, palette, [...title, `${sweepName(sweep)}: change of the metric`]);
  return (
    <>
      <div className="heads-frame">
        {map && (
          <div className="heat heads-grid sweep-grid" style={rowsStyle(map.layers.length)}>
            <CellGrid
              caption={`Layer by ${map.across}: change of the metric, ${sweepName(sweep)}`}
              columns={map.columns}
              rows={map.layers.map((layer) => ({
                key: String(layer),
                label: `L${layer}`,
                title: `layer ${layer}`,
              }))}
              at={(row, column) => map.at.get(`${row} ${column}`)}
              look={(cell) => ({
                colour: scale.colour(cell.change),
                label: `${cell.component}: metric ${signed(cell.change)}`,
              })}
              selected={(cell) => cell === selected}
              onSelect={setSelected}
              onPoint={setPointed}
            />
          </div>
        )}
        <div className="heads-side">
          {told && (
            <section className="head-card" aria-label={`Measured of ${told.component}`}>
              <h3>{told.component}</h3>
              <dl>
                <Row name="metric as it is" value={figure(sweep.metric)} />
                <Row name="metric after" value={figure(told.metric)} />
                <Row name="change" value={signed(told.change)} />
                <Row name="target after" value={`${rankText(told.rank)}, ${percent(told.probability)}`} />
              </dl>
            </section>
          )}
          <div
            className="ranking-frame"
            role="region"
            aria-label="Measurements, largest first"
            tabIndex={SCROLLED_BY_KEYS}
          >
            <MeasuredTable measured={measured} scale={scale} onPoint={setPointed} />
          </div>
        </div>
      </div>
      <div className="panel-foot">
        <AmountLegend name="change of the metric" signed most={figure(scale.most)} />
        <span className="actions">
          {map && <ImageButtons name={file} draw={draw} />}
          <button type="button" onClick={() => downloadText(`${file}.csv`, sweepCsv(measured), 'text/csv')}>
            CSV
          </button>
        </span>
        {statement !== undefined && (
          <CypherBox statement={statement} parameters={parameters} trace={trace.id} folded />
        )}
      </div>
    </>
  );
}

function Row({ name, value }: { name: string; value: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd className="number">{value}</dd>
    </div>
  );
}
