/**
 * A mark's name for whoever does not see it: the words that stand in it, which is what one who speaks to the machine says (WCAG 2.5.3, label in
 * name), then what they mean.
 */
export function pillLabel(written: readonly string[], sentence: string): string {
  return `${written.filter((words) => words !== '').join(' ')}: ${sentence}`;
}
