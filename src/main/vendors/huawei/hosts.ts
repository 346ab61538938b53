/** Where Huawei answers. Sources: «Push Kit: sending downlink messages», «Generating an authentication token from a service account». */
export const pushOrigin = 'https://push-api.cloud.huawei.com';
export const oauthOrigin = 'https://oauth-login.cloud.huawei.com';
export const tokenPath = '/oauth2/v3/token';
/** Audience of every service account's JWT. Nothing is ever requested there with it. */
export const jwtAudience = `${oauthOrigin}${tokenPath}`;

/** The three generations of the send API. */
export const apis = ['v1', 'v2', 'v3'] as const;
export type Api = (typeof apis)[number];
export const isApi = (text: string | undefined): text is Api => apis.some((api) => api === text);

/** A send address: v1 names the app, v2 and v3 the project. */
export interface SendAddress {
  readonly api: Api;
  readonly id: string;
}

const decode = (text: string): string | null => {
  try {
    return decodeURIComponent(text);
  } catch {
    return null;
  }
};

/** Reads `/v1/{appId}/messages:send` and its kin; a query is left out. Null: another path. */
export const sendAddressOf = (path: string): SendAddress | null => {
  const [, api, id] = /^\/(v[123])\/([^/?]+)\/messages(?::|%3A)send(?:\?.*)?$/i.exec(path) ?? [];
  const name = api?.toLowerCase();
  const plain = id === undefined ? null : decode(id);
  return isApi(name) && plain !== null ? { api: name, id: plain } : null;
};

/** The send path of an app or project, encoded. */
export const sendPath = ({ api, id }: SendAddress): string => `/${api}/${encodeURIComponent(id)}/messages:send`;

/** What a v3 request can be, by the number in its `push-type` header. Source: «Scenario-based messages: request structure». */
export const pushTypes = {
  '0': 'alert',
  '1': 'form',
  '2': 'voice',
  '6': 'background',
  '7': 'live-view',
  '10': 'call',
} as const;
export type PushType = keyof typeof pushTypes;
export const isPushType = (text: string | undefined): text is PushType =>
  text !== undefined && Object.hasOwn(pushTypes, text);
