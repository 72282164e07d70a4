import { useMutation } from '@tanstack/react-query';
import { useLayoutEffect, useRef, useState } from 'react';
import { useApi } from '../api/context';

/** Asks for a key, once: the server gives a session's cookie for it, and the page forgets it. */
export function SignIn({ onSignedIn }: { onSignedIn: () => void }) {
  const api = useApi();
  const field = useRef<HTMLInputElement>(null);
  const [key, setKey] = useState('');
  const signIn = useMutation({
    mutationFn: (given: string) => api.signIn(given),
    onSuccess: onSignedIn,
    onError: () => field.current?.select(),
  });
  useLayoutEffect(() => field.current?.focus(), []); // before anybody can see or type

  const submit = (event: React.SubmitEvent) => {
    event.preventDefault();
    signIn.mutate(key.trim());
  };
  return (
    <form className="sign-in" onSubmit={submit} aria-labelledby="sign-in-title">
      <h1 id="sign-in-title">Sign in</h1>
      <p>This Headstream asks for a key. Whoever runs it makes one: headstream keys add NAME.</p>
      <label>
        Key
        <input
          ref={field}
          type="password"
          name="key"
          autoComplete="current-password"
          required
          value={key}
          aria-invalid={signIn.isError}
          aria-describedby={signIn.isError ? 'sign-in-error' : undefined}
          onChange={(event) => setKey(event.target.value)}
        />
      </label>
      {signIn.isError && (
        <p id="sign-in-error" className="error" role="alert">
          {signIn.error.message}
        </p>
      )}
      <button type="submit" disabled={signIn.isPending || key.trim() === ''}>
        {signIn.isPending ? 'Signing in…' : 'Sign in'}
      </button>
    </form>
  );
}
