import { useEffect, useState } from 'react';

interface ComputingProps {
  what: string;
  onCancel: () => void;
}

/** While a model computes what nobody can tell the end of: how long it has been at it, and a way out. */
export function Computing({ what, onCancel }: ComputingProps) {
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
