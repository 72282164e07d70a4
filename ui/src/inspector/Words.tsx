import type { Activation } from '../api/types';
import { Shifts } from './Shifts';
import { TokenBars } from './TokenBars';

type Said = Pick<Activation, 'kind' | 'writes' | 'erases' | 'seeks' | 'offers' | 'lifts' | 'filters'>;

/** What a vector says in words; what it says nothing of is left out. */
export function Words({ of, target }: { of: Said; target: string | undefined }) {
  return (
    <>
      <TokenBars
        title={of.kind === 'residual' ? 'Tokens it holds' : 'Tokens it writes'}
        tokens={of.writes}
        side="writes"
        target={target}
      />
      <TokenBars title="Tokens it erases" tokens={of.erases} side="erases" target={target} />
      <TokenBars title="Tokens its query seeks" tokens={of.seeks} side="writes" target={target} />
      <TokenBars title="Tokens its key offers" tokens={of.offers} side="writes" target={target} />
      <Shifts title="Tokens it lifts" tokens={of.lifts} />
      <Shifts title="Tokens it filters" tokens={of.filters} />
    </>
  );
}
