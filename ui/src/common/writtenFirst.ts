/**
 * A mark's name for whoever does not see it: the words that stand in it, if any, which is what one who speaks to the machine says (WCAG 2.5.3, label
 * in name), then what they mean.
 */
export function writtenFirst(written: readonly string[], sentence: string): string {
  const words = written.filter((each) => each !== '');
  return words.length === 0 ? sentence : `${words.join(' ')}: ${sentence}`;
}
