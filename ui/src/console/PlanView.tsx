import { useQuery } from '@tanstack/react-query';
import { useApi } from '../api/context';
import type { Plan } from '../api/types';
import { count } from '../common/format';
import { ErrorBox, Loading } from '../common/States';
import { accessOf, detailsOf, estimatedRows, identifiersOf, nameOf, operatorsOf, type Access } from './plan';
import type { Asked } from './useRun';

const BADGES: Record<Access, string | undefined> = {
  index: 'index',
  scan: 'scan',
  product: 'product',
  other: undefined,
};

/** How the database would answer: asked without being run. */
export function PlanView({ asked }: { asked: Asked }) {
  const api = useApi();
  const plan = useQuery({
    queryKey: ['plan', asked],
    queryFn: ({ signal }) => api.plan(asked.statement, asked.parameters, signal),
  });
  if (plan.error) return <ErrorBox error={plan.error} onRetry={() => void plan.refetch()} />;
  if (!plan.data) return <Loading what="the plan" />;
  return (
    <div className="plan">
      <Verdict plan={plan.data} />
      <p className="hint">Read from the bottom up: each operator is fed by those below it.</p>
      <ul className="plan-tree" aria-label="Plan">
        <Operator plan={plan.data} />
      </ul>
    </div>
  );
}

function Verdict({ plan }: { plan: Plan }) {
  const operators = operatorsOf(plan);
  const scans = operators.filter((each) => accessOf(each) === 'scan');
  const products = operators.filter((each) => accessOf(each) === 'product');
  return (
    <>
      {scans.map((scan, i) => (
        <p key={i} className="note" role="note">
          {nameOf(scan)} of <code>{detailsOf(scan)}</code> reads
          {estimatedRows(scan) === undefined ? ' them all' : ` about ${rowsText(scan)} nodes`}: give a
          property that has an index, such as <code>{'{trace: $trace}'}</code>.
        </p>
      ))}
      {products.length > 0 && (
        <p className="note" role="note">
          {products.length === 1 ? 'A product' : `${products.length} products`} of patterns that share no
          variable: every row of one with every row of the other. Connect them, or aggregate one with WITH
          first.
        </p>
      )}
      {scans.length === 0 && products.length === 0 && <p>No scans: all it reads, it finds by an index.</p>}
    </>
  );
}

function Operator({ plan }: { plan: Plan }) {
  const access = accessOf(plan);
  const badge = BADGES[access];
  const identifiers = identifiersOf(plan);
  return (
    <li>
      <div className={`operator ${access}`}>
        <span>
          <strong>{nameOf(plan)}</strong> {badge && <span className="badge">{badge}</span>}
        </span>
        {detailsOf(plan) && <code>{detailsOf(plan)}</code>}
        <span className="hint">
          {estimatedRows(plan) !== undefined && <>about {rowsText(plan)} rows</>}
          {identifiers.length > 0 && ` · ${identifiers.join(', ')}`}
        </span>
      </div>
      {plan.children.length > 0 && (
        <ul>
          {plan.children.map((child, i) => (
            <Operator key={i} plan={child} />
          ))}
        </ul>
      )}
    </li>
  );
}

function rowsText(plan: Plan): string {
  const rows = estimatedRows(plan) ?? 0;
  return rows < 10 ? String(Number(rows.toPrecision(2))) : count(Math.round(rows));
}
