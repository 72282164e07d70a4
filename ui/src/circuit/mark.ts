/** A diamond at the right upper corner of what belongs to the circuit: by shape, not by hue, as hues say what it does. */
export const CIRCUIT_MARK = 'M0 -4.5L4.5 0L0 4.5L-4.5 0Z';

export function circuitText(circuit: string): string {
  return `in circuit ${circuit}`;
}
