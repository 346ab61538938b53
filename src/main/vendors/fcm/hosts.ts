/** Where Google answers. Sources: «Authorize HTTP v1 send requests» and «Using OAuth 2.0 for Server to Server Applications». */
export const googleOrigin = 'https://fcm.googleapis.com';
/** Token address of every service account file of today. */
export const googleTokenUrl = 'https://oauth2.googleapis.com/token';
/** Hosts that an assertion may name as its audience: today's and the one of older libraries. */
export const googleTokenHosts: readonly string[] = [
  'oauth2.googleapis.com',
  'accounts.google.com',
  'www.googleapis.com',
];
/** Token addresses a gateway answers at: today's, and the one older libraries call. */
export const tokenPaths: readonly string[] = ['/token', '/o/oauth2/token'];

/** Grant type of a service account. Source: «Using OAuth 2.0 for Server to Server Applications». */
export const jwtBearerGrant = 'urn:ietf:params:oauth:grant-type:jwt-bearer';
/** Grant type of a user's credential. */
export const refreshGrant = 'refresh_token';
/** Either one lets an access token send messages. */
export const sendScopes: readonly string[] = [
  'https://www.googleapis.com/auth/firebase.messaging',
  'https://www.googleapis.com/auth/cloud-platform',
];

/** A request path taken apart. `query` is decoded. */
export interface RequestPath {
  readonly name: string;
  readonly query: URLSearchParams;
}

/** Takes a path apart at its first `?`. */
export const splitPath = (path: string): RequestPath => {
  const mark = path.indexOf('?');
  return mark < 0
    ? { name: path, query: new URLSearchParams() }
    : { name: path.slice(0, mark), query: new URLSearchParams(path.slice(mark + 1)) };
};

/** The project of a send path `/v1/projects/{project}/messages:send`; null when the path is another. */
export const projectOfPath = (name: string): string | null => {
  const project = /^\/v1\/projects\/([^/]+)\/messages(?::|%3A)send$/i.exec(name)?.[1];
  if (project === undefined) return null;
  try {
    return decodeURIComponent(project);
  } catch {
    return null;
  }
};

/** The send path of a project, encoded. */
export const sendPath = (project: string): string => `/v1/projects/${encodeURIComponent(project)}/messages:send`;
