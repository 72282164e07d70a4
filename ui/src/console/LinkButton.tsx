import { CopyButton } from '../common/CopyButton';
import { formatRoute, type ConsoleRoute } from '../route/route';

/** The page's address with the question in it: who opens it sees the same answer. */
export function LinkButton({ to }: { to: ConsoleRoute }) {
  return <CopyButton text={new URL(formatRoute(to), window.location.href).toString()} label="Copy link" />;
}
