import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import { PALETTES, type Palette, type Theme } from './palette';

const KEY = 'headstream.theme';
const DARK = '(prefers-color-scheme: dark)';

export interface ThemeState {
  theme: Theme;
  palette: Palette;
  toggle: () => void;
}

export const ThemeContext = createContext<ThemeState>({
  theme: 'light',
  palette: PALETTES.light,
  toggle: () => undefined,
});

export function useTheme(): ThemeState {
  return useContext(ThemeContext);
}

/** Follows the system until the reader toggles; then keeps their choice. */
export function useThemeState(): ThemeState {
  const [chosen, setChosen] = useState<Theme | null>(readChoice);
  const [system, setSystem] = useState<Theme>(() => (darkQuery()?.matches ? 'dark' : 'light'));
  const theme = chosen ?? system;

  useEffect(() => {
    const query = darkQuery();
    const follow = (event: MediaQueryListEvent) => setSystem(event.matches ? 'dark' : 'light');
    query?.addEventListener('change', follow);
    return () => query?.removeEventListener('change', follow);
  }, []);

  useEffect(() => paint(theme), [theme]);

  return useMemo(
    () => ({
      theme,
      palette: PALETTES[theme],
      toggle: () => {
        const next = theme === 'dark' ? 'light' : 'dark';
        localStorage.setItem(KEY, next);
        setChosen(next);
      },
    }),
    [theme],
  );
}

function paint(theme: Theme) {
  const root = document.documentElement;
  root.dataset.theme = theme;
  root.style.colorScheme = theme;
  for (const [name, colour] of Object.entries(PALETTES[theme])) {
    if (typeof colour === 'string') root.style.setProperty(`--${kebab(name)}`, colour);
  }
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

function readChoice(): Theme | null {
  const stored = localStorage.getItem(KEY);
  return stored === 'dark' || stored === 'light' ? stored : null;
}

function darkQuery(): MediaQueryList | undefined {
  return typeof window.matchMedia === 'function' ? window.matchMedia(DARK) : undefined;
}
