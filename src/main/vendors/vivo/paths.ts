/** vivo's one public host. Source: «PUSH-UPS-API». */
export const vivoOrigin = 'https://api-push.vivo.com.cn';

const paths = {
  '/message/auth': 'auth',
  '/message/send': 'send',
  '/message/saveListPayload': 'save',
  '/message/pushToList': 'list',
  '/message/all': 'all',
  '/message/tagPush': 'tag',
} as const;
/** What an address is for. */
export type Path = (typeof paths)[keyof typeof paths];

/** Addresses that send something, the one for a single phone first. */
export const sendPaths: readonly string[] = Object.keys(paths).filter((path) => path !== '/message/auth');

/** What the path of a request is for; null: nothing Pushscope answers. The query is ignored. */
export const pathOf = (path: string): Path | null => {
  const name = path.split('?', 1)[0] ?? '';
  return Object.hasOwn(paths, name) ? (paths[name as keyof typeof paths] ?? null) : null; // a key of the table, as just asked
};
