const base = '/server/v1';

/** Where an auth token is asked for. */
export const authPath = `${base}/auth`;

export type SendKind = 'unicast' | 'batch' | 'save' | 'broadcast';
/** Send paths by what they take. Source: «Single and batch send». */
export const sendPaths: Readonly<Record<SendKind, string>> = {
  unicast: `${base}/message/notification/unicast`,
  batch: `${base}/message/notification/unicast_batch`,
  save: `${base}/message/notification/save_message_content`,
  broadcast: `${base}/message/notification/broadcast`,
};

/** The path of a request, its query left out. */
export const pathName = (path: string): string => path.split('?', 1)[0] ?? '';

/** What a send path takes; null: none of them. */
export const sendKindOf = (path: string): SendKind | null => {
  const name = pathName(path);
  return (['unicast', 'batch', 'save', 'broadcast'] as const).find((kind) => sendPaths[kind] === name) ?? null;
};

/** Paths OPPO has that the gateway does not imitate. */
export const isOtherApi = (path: string): boolean =>
  /^\/server\/v1\/(?:media\/upload|feedback|device|message\/(?:fetch|data|notification\/(?:revoke|fetch)))\b/.test(
    path,
  );

/** The code for a path that leads nowhere. OPPO lists five and does not say when; the split is ours. */
export const wrongPathCode = (path: string): '20' | '21' | '22' | '23' | '24' => {
  const [, root, version, ...rest] = pathName(path).split('/');
  if (root !== 'server') return '20';
  if (version === undefined || version === '') return '22';
  if (!/^v\d+$/.test(version)) return '23';
  if (version !== 'v1') return '24';
  return rest.join('') === '' ? '21' : '20';
};

/** OPPO's own hosts. Sources: «Hosts and authentication»; the newer mainland host was seen by a public project in 2026. */
export const hosts = [
  { id: 'cn', label: 'Mainland China', origin: 'https://api.push.oppomobile.com', environment: null },
  { id: 'intl', label: 'Overseas', origin: 'https://api-intl.push.oppomobile.com', environment: null },
  { id: 'cn-new', label: 'Mainland China, newer', origin: 'https://api-push-cn.heytapmobi.com', environment: null },
] as const;
