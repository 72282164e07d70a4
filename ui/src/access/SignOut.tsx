import { useMutation } from '@tanstack/react-query';
import { useApi } from '../api/context';
import { useSession } from '../api/hooks';

/** Whose key this is, and the way out; nothing where no keys are asked for. */
export function SignOut({ onSignedOut }: { onSignedOut: () => void }) {
  const api = useApi();
  const session = useSession();
  const out = useMutation({ mutationFn: () => api.signOut(), onSettled: onSignedOut });
  if (!session.data?.keyed) return null;
  const { name, role } = session.data;
  return (
    <>
      <span className="who" title={`Signed in with the key '${name}', which may ${MAY[role]}`}>
        {name} ({role})
      </span>
      <button type="button" className="quiet" disabled={out.isPending} onClick={() => out.mutate()}>
        Sign out
      </button>
    </>
  );
}

const MAY = {
  read: 'look and ask, not trace',
  trace: 'look, ask and trace',
  admin: 'do everything',
};
