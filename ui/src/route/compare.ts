import { COMPARED_BYS } from '../api/generated/words';
import { numbers, storyCount } from './reading';
import type { CompareRoute, CompareView, PairShown } from './routes';

const VIEWS: readonly CompareView[] = [...COMPARED_BYS, 'picture'];
const SHOWN: readonly PairShown[] = ['left', 'right', 'sides', 'three'];

type Members = { [K in keyof CompareRoute]: CompareRoute[K] | undefined };

export function readCompare(text: (name: string) => string | undefined): Members {
  return {
    page: 'compare',
    left: text('left'),
    right: text('right'),
    by: VIEWS.find((by) => by === text('by')) ?? 'components',
    figure: text('figure'),
    component: text('component'),
    neurons: text('neurons') === 'true' ? true : undefined,
    show: SHOWN.find((shown) => shown === text('show')),
    count: storyCount(text('count')),
    layers: numbers(text('layers')),
    positions: numbers(text('positions')),
    mark: text('mark'),
  };
}

export function writtenCompare(route: CompareRoute): Record<string, string | undefined> {
  const { left, right, by, figure, component, neurons, show, count, layers, positions, mark } = route;
  return {
    left,
    right,
    by: by === 'components' ? undefined : by,
    figure,
    component,
    neurons: neurons ? 'true' : undefined,
    show,
    count: count?.toString(),
    layers: layers?.join(','),
    positions: positions?.join(','),
    mark,
  };
}
