import { useEffect, useState } from 'react';
import type { Computation } from '../api/computed';
import { ErrorBox } from './States';

interface ComputingProps {
  what: string;
  of: Computation;
}

/** Until a model has computed what is asked: how long it has been at it and a way out, then a way back in; or what went wrong. */
export function Computing({ what, of }: ComputingProps) {
  if (of.error) return <ErrorBox error={of.error} onRetry={of.again} />;
  if (of.running) return <Running what={what} onCancel={of.cancel} />;
  if (!of.cancelled) return null;
  return (
    <div className="computing">
      <p role="status">Cancelled: {what} is not computed.</p>
      <button type="button" onClick={of.again}>
        Compute
      </button>
    </div>
  );
}

function Running({ what, onCancel }: { what: string; onCancel: () => void }) {
  const [seconds, setSeconds] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setSeconds((before) => before + 1), 1000);
    return () => clearInterval(timer);
  }, []);
  return (
    <div className="computing">
      <progress aria-label={`Computing ${what}`} />
      <p role="status">Computing {what}. The model goes through the prompt again the first time.</p>
      <span className="hint number" aria-hidden="true">
        {seconds} s
      </span>
      <button type="button" onClick={onCancel}>
        Cancel
      </button>
    </div>
  );
}
