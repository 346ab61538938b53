/** Meizu's host. Its own samples use plain http; https answers as well, as developers report. Source: «PushAPI». */
export const meizuOrigin = 'https://server-api-push.meizu.com';

const prefix = '/garcia/api/server/push';
/** What a send address does. `passThrough`: no notification is drawn. */
export interface Route {
  readonly kind: 'push' | 'task-push' | 'task-id' | 'to-app' | 'to-tag' | 'cancel';
  readonly by: 'pushIds' | 'alias' | null;
  readonly passThrough: boolean;
}
const routes: Readonly<Record<string, Route>> = {
  '/varnished/pushByPushId': { kind: 'push', by: 'pushIds', passThrough: false },
  '/varnished/pushByAlias': { kind: 'push', by: 'alias', passThrough: false },
  '/unvarnished/pushByPushId': { kind: 'push', by: 'pushIds', passThrough: true },
  '/unvarnished/pushByAlias': { kind: 'push', by: 'alias', passThrough: true },
  '/pushTask/getTaskId': { kind: 'task-id', by: null, passThrough: false },
  '/task/varnished/pushByPushId': { kind: 'task-push', by: 'pushIds', passThrough: false },
  '/task/varnished/pushByAlias': { kind: 'task-push', by: 'alias', passThrough: false },
  '/task/unvarnished/pushByPushId': { kind: 'task-push', by: 'pushIds', passThrough: true },
  '/task/unvarnished/pushByAlias': { kind: 'task-push', by: 'alias', passThrough: true },
  '/pushTask/pushToApp': { kind: 'to-app', by: null, passThrough: false },
  '/pushTask/pushToTag': { kind: 'to-tag', by: null, passThrough: false },
  '/pushTask/cancel': { kind: 'cancel', by: null, passThrough: false },
};

/** What a path is for; null: nothing Pushscope answers. The query is ignored. */
export const routeOf = (path: string): Route | null => {
  const name = path.split('?', 1)[0] ?? '';
  if (!name.startsWith(prefix)) return null;
  const rest = name.slice(prefix.length);
  return Object.hasOwn(routes, rest) ? (routes[rest] ?? null) : null;
};

/** The address for one phone. */
export const sendPath = (passThrough: boolean): string =>
  `${prefix}/${passThrough ? 'unvarnished' : 'varnished'}/pushByPushId`;
