/** The form OPPO's SDK checks registration ids with. Source: opush-server-sdk 1.0.4. */
const form = /^(?:(?:(?:[0-9A-Za-z]{2,10}_)?(?:[A-Z]{2}|EUEX)_)?[0-9a-fA-F]{32}|[0-9a-fA-F]{24})$/;

export const isRegId = (token: string): boolean => form.test(token);

/** The part that names a region is there, so that nobody else's token looks the same. */
export const isMarkedRegId = (token: string): boolean => isRegId(token) && token.includes('_');

/** `overseas`: another host of OPPO serves it. Source: «Hosts and authentication», as a public project reads it. */
export const regionOf = (token: string): 'mainland' | 'overseas' => {
  const parts = token.split('_');
  const region = parts.length < 2 ? 'CN' : (parts.at(-2) ?? 'CN');
  return region === 'CN' ? 'mainland' : 'overseas';
};
