import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { overlap, ownedEdges, picture } from '../src/circuit/circuits';
import { CIRCUITS } from './fixture/circuits';
import { open } from './open';

const [ioi, colours] = CIRCUITS;
if (!ioi || !colours) throw new Error('no circuits');

describe('the circuits', () => {
  it('are listed with what they are worth, and one is drawn', async () => {
    await open('#/circuits');
    const table = within(await screen.findByRole('table', { name: 'Circuits, the newest first' }));
    expect(table.getByRole('row', { name: /^ioi headstream-sample 3 of 856 0\.910 / })).toHaveAttribute(
      'aria-current',
      'true',
    );
    expect(
      await screen.findByRole('img', {
        name: 'The circuit ioi: 4 components and 3 edges from the embedding to the logits',
      }),
    ).toBeVisible();
    const edges = within(screen.getByRole('table', { name: 'Edges of ioi' })).getAllByRole('row');
    expect(edges.map((row) => row.textContent)).toEqual([
      'fromtoscoremeasuredtraces',
      'L0H1L4H5−1.000+3.0002',
      'embedL0H1+2.000+0.2502',
    ]);
    expect(screen.getByRole('link', { name: 'GraphML' })).toHaveAttribute(
      'href',
      expect.stringMatching(/\/api\/circuits\/c1\/export\?format=graphml$/),
    );
  });

  it('say how to measure edges where none was', async () => {
    await open('#/circuits?circuit=c2');
    expect(await screen.findByText(/sweep edges --circuit colours/)).toBeVisible();
  });

  it('are compared two by two, and the link says which', async () => {
    const { user } = await open('#/circuits');
    await user.selectOptions(await screen.findByLabelText('compare with'), 'colours');
    expect(window.location.hash).toBe('#/circuits?circuit=c1&other=c2');
    expect(await screen.findByText(/^1 edges? in both, 25\.0% of those that either has/)).toBeVisible();
  });

  it('say how to find one where there is none', async () => {
    await open('#/circuits', { empty: true });
    expect(await screen.findByText(/^No circuit was found yet/)).toBeVisible();
  });
});

describe('a circuit marked in a trace', () => {
  it('stands in the story by its components, in words, in the legend and in the list', async () => {
    const { user } = await open('#/trace/mary-1');
    await user.selectOptions(await screen.findByLabelText('Mark a circuit'), 'circuit ioi');
    expect(window.location.hash).toBe('#/trace/mary-1?circuit=c1');
    const marked = await screen.findAllByRole('button', { name: /: head .*, in circuit ioi/ });
    expect(
      new Set(marked.map((pill) => /: head (\S+)/.exec(pill.getAttribute('aria-label') ?? '')?.[1])),
    ).toEqual(new Set(['0.1', '4.5']));
    expect(document.querySelectorAll('.pills [data-circuit]')).toHaveLength(marked.length);
    expect(screen.getByText('in circuit ioi')).toBeVisible();
    await user.click(screen.getByRole('button', { name: 'List' }));
    expect(await screen.findAllByText(/^head 4\.5.*, in circuit ioi/)).not.toHaveLength(0);
  });

  it('stands in the graph of everything, and in its list', async () => {
    const { user } = await open('#/trace/mary-1?as=graph&circuit=c1');
    const legend = within(await screen.findByRole('group', { name: 'Legend' }));
    expect(await legend.findByText('in circuit ioi')).toBeVisible();
    const marked = await screen.findAllByRole('button', { name: /, in circuit ioi$/ });
    for (const node of marked) expect(node.getAttribute('aria-label')).toMatch(/^\d: head (L0H1|L4H5) /);
    await user.click(screen.getByRole('button', { name: 'As a list' }));
    expect(screen.getAllByRole('cell', { name: 'ioi' })).toHaveLength(marked.length);
    await user.selectOptions(screen.getByLabelText('Mark a circuit'), 'no circuit');
    expect(screen.queryByRole('columnheader', { name: 'Circuit' })).toBeNull();
  });
});

describe('a circuit', () => {
  it('is laid out from the embedding up to the logits, its edges going up', () => {
    const drawn = picture(ioi.nodes, ownedEdges(ioi));
    const y = new Map(drawn.nodes.map((node) => [node.name, node.y]));
    for (const { from, to } of drawn.edges) expect(y.get(from)).toBeGreaterThan(y.get(to) ?? Infinity);
    expect(drawn.edges).toHaveLength(3);
    expect(drawn.left).toBe(0);
  });

  it('shares what both have', () => {
    const edges = ownedEdges(ioi, colours);
    expect(edges.map(({ from, to, owner }) => `${from} ${to} ${owner}`)).toEqual([
      'embed L0H1 both',
      'L0H1 L4H5 one',
      'L0H1 logits other',
      'L4H5 logits one',
    ]);
    expect(edges[0]?.otherScore).toBe(3);
    expect(overlap(edges)).toBe(0.25);
  });
});
