import { describe, expect, it } from 'vitest';
import { formatRoute, parseRoute, traceRoute, type Route } from './route';

describe('routes', () => {
  const routes: Route[] = [
    { page: 'traces' },
    { page: 'traces', query: 'went to', model: '3f9c', job: 'job-1' },
    traceRoute('abc'),
    traceRoute('a/b?c', { node: 'L3P5.H2', threshold: 0.012, detail: 'heads', as: 'list' }),
    traceRoute('abc', { camera: { x: 0.12, y: -0.3, scale: 1.25 } }),
    { page: 'console' },
    { page: 'console', trace: 'abc', name: 'heads-that-write', parameters: { token: ' Mary', rank: 5 } },
    { page: 'compare', by: 'components' },
    { page: 'compare', left: 'tag:a b', right: 'abc', by: 'attention', figure: 'weight', component: 'L4H5' },
    { page: 'compare', left: 'abc', by: 'components', neurons: true },
    { page: 'compare', left: 'abc', right: 'b', by: 'picture' },
    {
      page: 'compare',
      by: 'picture',
      show: 'sides',
      count: 40,
      layers: [9],
      positions: [3, 4],
      mark: '13 L23H3',
    },
    { page: 'console', statement: 'MATCH (n)\nRETURN n // 100% & more', parameters: {} },
    { page: 'console', statement: 'RETURN $x', parameters: { x: [1, null, ' é'] }, as: 'plan' },
    traceRoute('abc', { as: 'waterfall', whole: 'L3P5.mid' }),
    traceRoute('abc', { as: 'graph' }),
    traceRoute('abc', { as: 'block', block: { layer: 23, position: 13 }, node: 'L23P13.H0' }),
    { page: 'circuits', circuit: 'c1', other: 'c2' },
    { page: 'component', model: 'HuggingFaceTB/SmolLM2-135M', name: 'L3H2' },
    traceRoute('abc', { as: 'heads', figure: 'induction', node: 'L3P5.H2' }),
    traceRoute('abc', { as: 'lens', figure: 'targetRank', site: 'mid' }),
    traceRoute('abc', { as: 'attention', order: 'layer' }),
    traceRoute('abc', { paths: 0, chain: ['L3P5.H2'] }),
    traceRoute('abc', { chain: [9, 'L3P5.H2'] }),
    traceRoute('abc', {
      acts: [
        { do: 'hide', id: 'L3P5.H2' },
        { do: 'pin', id: 'L1P2.mlp' },
        { do: 'group', name: 'a, b: 100% é' },
      ],
    }),
    traceRoute('abc', { as: 'words', count: 40, captions: false, layers: [9, 10], positions: [4] }),
  ];
  it.each(routes)('come back from their link: %j', (route) =>
    expect(parseRoute(formatRoute(route))).toEqual(route),
  );

  it('leave defaults out of the link', () => expect(formatRoute(traceRoute('abc'))).toBe('#/trace/abc'));

  it.each(['', '#', '#/', '#/nowhere', '#/trace/'])('%j is the list of traces', (hash) =>
    expect(parseRoute(hash)).toEqual({ page: 'traces' }),
  );

  it('keep out what makes no sense', () => {
    expect(parseRoute('#/trace/a?threshold=9&detail=full&camera=1,x,2&as=poem')).toEqual(
      traceRoute('a', { threshold: 0.2 }),
    );
    expect(parseRoute('#/trace/a?threshold=none')).toEqual(traceRoute('a'));
    expect(parseRoute('#/trace/a?block=L4')).toEqual(traceRoute('a'));
    expect(parseRoute('#/trace/a?count=many&layers=x')).toEqual(traceRoute('a'));
    expect(parseRoute('#/trace/a?count=9000&layers=2,x')).toEqual(
      traceRoute('a', { count: 120, layers: [2] }),
    );
    expect(parseRoute('#/trace/a?acts=x:1,h:,h:L1P2.mlp,g&chain=,&v=1')).toEqual(
      traceRoute('a', { acts: [{ do: 'hide', id: 'L1P2.mlp' }] }),
    );
    expect(parseRoute('#/trace/a?acts=h:L1P2.mlp&chain=3&v=2&count=9')).toEqual(
      traceRoute('a', { count: 9 }),
    );
    expect(parseRoute('#/console?parameters=[1]&as=poem')).toEqual({ page: 'console' });
    expect(parseRoute('#/trace/%E0%A4%A')).toEqual(traceRoute('%E0%A4%A'));
  });
});
