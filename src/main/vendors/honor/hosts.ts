/** Where Honor answers, and where its tokens come from: today's names and the newer ones. Source: «Honor Push: downlink message». */
export const honorHosts = [
  { push: 'https://push-api.cloud.hihonor.com', auth: 'https://iam.developer.hihonor.com' },
  { push: 'https://push-api.cloud.honor.com', auth: 'https://iam.developer.honor.com' },
] as const;

/** Token addresses: today's, and the one older senders call. Source: cossim/hipush. */
export const tokenPaths: readonly string[] = ['/auth/token', '/auth/realms/developer/protocol/openid-connect/token'];

/** The app of a send path `/api/v1/{appId}/sendMessage`; null when the path is another. */
export const appOfPath = (path: string): string | null => {
  const id = /^\/api\/v1\/([^/?]+)\/sendMessage(?:\?.*)?$/i.exec(path)?.[1];
  if (id === undefined) return null;
  try {
    return decodeURIComponent(id);
  } catch {
    return null;
  }
};

/** The send path of an app, encoded. */
export const sendPath = (appId: string): string => `/api/v1/${encodeURIComponent(appId)}/sendMessage`;
