import type { Story } from '../api/types';
import { signed } from '../common/format';
import { visibleToken } from '../tokens/tokenText';
import { pillName } from './layout/pillText';
import type { Shown } from './prune';
import { metricText, sentence } from './sentences';

/** One of the steps that a first visitor is led by: what to look at, and what it is. */
export interface Step {
  /** a selector of the mark */
  at: string;
  title: string;
  text: string;
}

/** Four steps over the marks that this very picture has. */
export function stepsOf(story: Story, shown: Shown): Step[] {
  const sorted = [...shown.parts].sort((a, b) => Math.abs(b.amount) - Math.abs(a.amount));
  const strongest = sorted.find((part) => part.amount > 0) ?? sorted[0];
  if (!strongest) return [];
  const against = sorted.find((part) => part.amount < 0);
  const what = metricText(story);
  const other =
    against && `Orange and − work against it: most of all ${pillName(against)} (${signed(against.amount)}).`;
  return [
    {
      at: '[data-answer]',
      title: 'The answer',
      text: `After these words the model says ${visibleToken(story.target)}. The picture shows what made ${what} what it is. Click it to see the paths that lead there.`,
    },
    {
      at: `[data-pill="${strongest.id}"]`,
      title: 'Who holds it up',
      text: `A pill is a head or an MLP at a token. ${capital(sentence(story, shown, strongest))}. Blue and + support the answer. ${other ?? ''}`,
    },
    {
      at: '[data-axis="tokens"]',
      title: 'What they read',
      text: 'The prompt, token by token. A solid line leads from a token to the head that reads it, a dashed one from a head to the one whose query it moves. Click a token to follow it.',
    },
    {
      at: '[data-axis="gutter"]',
      title: 'When it is decided',
      text: 'What the model would say if it stopped after each layer, from below to the top, and how probable it holds the answer there. With “How much” above you see more heads, or fewer; ? has the keys.',
    },
  ];
}

function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}
