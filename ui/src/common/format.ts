/** Figures as researchers read them: enough digits to compare, never more; a dash for what there is not. */

type Amount = number | null | undefined;

export function percent(value: Amount): string {
  if (value == null) return '–';
  const scaled = value * 100;
  if (scaled !== 0 && Math.abs(scaled) < 0.01) return '<0.01%';
  return `${scaled.toFixed(scaled >= 99.995 ? 0 : scaled >= 10 ? 1 : 2)}%`;
}

export function figure(value: Amount, digits = 3): string {
  if (value == null) return '–';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size < 0.001 || size >= 1e6) return value.toExponential(1).replace('e+', 'e');
  return value.toFixed(size >= 1000 ? 0 : size >= 100 ? 1 : digits).replace('-', '−');
}

export function signed(value: Amount): string {
  if (value == null) return '–';
  return value > 0 ? `+${figure(value)}` : figure(value).replace(/^-/, '−');
}

export function rankText(rank: Amount): string {
  return rank == null ? '–' : `#${count(rank)}`;
}

/** "logit difference"; of traces of before, which said nothing, too. */
export function metricName(metric: string | undefined): string {
  return (metric ?? 'logit_difference').replaceAll('_', ' ');
}

export function count(value: Amount): string {
  return value == null ? '–' : value.toLocaleString('en-US');
}

export function bytes(value: number): string {
  const [unit, size] =
    value < 2 ** 20 ? ['KiB', 2 ** 10] : value < 2 ** 30 ? ['MiB', 2 ** 20] : ['GiB', 2 ** 30];
  return `${(value / size).toFixed(1)} ${unit}`;
}

export function millis(value: Amount): string {
  if (value == null) return '–';
  return value < 1000 ? `${Math.round(value)} ms` : `${(value / 1000).toFixed(value < 10_000 ? 2 : 1)} s`;
}

export function when(iso: string): string {
  const date = new Date(iso);
  return Number.isNaN(date.getTime())
    ? iso
    : date.toLocaleString(undefined, { dateStyle: 'medium', timeStyle: 'short' });
}
