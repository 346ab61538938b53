/** How a send path names who gets the push, and whether it takes several package names. */
export interface SendApi {
  readonly path: string;
  /** Form field with the targets; null: everybody. */
  readonly target: 'registration_id' | 'alias' | 'user_account' | 'topic' | 'topics' | 'messages' | null;
  readonly severalPackages: boolean;
}

const api = (path: string, target: SendApi['target']): SendApi => ({
  path,
  target,
  severalPackages: !path.startsWith('/v2/'),
});

/** Paths that send a push. Source: «Push server API»; v4 is what one open client of 2024 calls and is taken as v3. */
export const sendApis: readonly SendApi[] = [
  api('/v3/message/regid', 'registration_id'),
  api('/v2/message/regid', 'registration_id'),
  api('/v4/message/regid', 'registration_id'),
  api('/v3/message/alias', 'alias'),
  api('/v2/message/alias', 'alias'),
  api('/v2/message/user_account', 'user_account'),
  api('/v3/message/topic', 'topic'),
  api('/v2/message/topic', 'topic'),
  api('/v3/message/multi_topic', 'topics'),
  api('/v2/message/multi_topic', 'topics'),
  api('/v3/message/all', null),
  api('/v2/message/all', null),
  api('/v2/multi_messages/regids', 'messages'),
  api('/v2/multi_messages/aliases', 'messages'),
  api('/v2/multi_messages/user_accounts', 'messages'),
];

/** What a draft goes to unless it says otherwise. */
export const defaultApi = '/v3/message/regid';

/** The send path of a request, its query left out; null: not one. */
export const sendApiOf = (path: string): SendApi | null => {
  const name = path.split('?', 1)[0] ?? '';
  return sendApis.find((candidate) => candidate.path === name) ?? null;
};

/** The targets of this path are registration ids, which are what the workspace knows phones by. */
export const namesTokens = (api: SendApi): boolean =>
  api.target === 'registration_id' || api.path === '/v2/multi_messages/regids';

/** Paths Xiaomi has that send nothing; the gateway does not imitate them. */
export const isOtherApi = (path: string): boolean =>
  /^\/v\d\/(?:message\/\w+\/revoke|trace|stats|schedule_job|topic|alias|account|validation|regid|channel|feedback)\b|^\/media\/upload\b/.test(
    path,
  );

/** Xiaomi's own hosts. Sources: «Push server API» and «Overseas access» of 2023-04-26. */
export const hosts = [
  { id: 'cn', label: 'Mainland China', origin: 'https://api.xmpush.xiaomi.com', environment: null },
  { id: 'sgp', label: 'Overseas', origin: 'https://sgp-api.xmpush.global.xiaomi.com', environment: null },
  { id: 'fr', label: 'EEA and UK', origin: 'https://fr-api.xmpush.global.xiaomi.com', environment: null },
  { id: 'idmb', label: 'India', origin: 'https://idmb-api.xmpush.global.xiaomi.com', environment: null },
  { id: 'ru', label: 'Russia', origin: 'https://ru-api.xmpush.global.xiaomi.com', environment: null },
  { id: 'global', label: 'Overseas, older', origin: 'https://api.xmpush.global.xiaomi.com', environment: null },
] as const;
