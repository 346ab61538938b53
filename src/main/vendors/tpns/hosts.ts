/** TPNS's regions; their data are separate, so an AccessId works in one of them only. Source: «request structure». */
export const regions = {
  gz: { label: 'TPNS Guangzhou', host: 'api.tpns.tencent.com' },
  sh: { label: 'TPNS Shanghai', host: 'api.tpns.sh.tencent.com' },
  hk: { label: 'TPNS Hong Kong', host: 'api.tpns.hk.tencent.com' },
  sgp: { label: 'TPNS Singapore', host: 'api.tpns.sgp.tencent.com' },
} as const;
/** Short name of a region, as in TPNS's host names. */
export type Region = keyof typeof regions;
const names = ['gz', 'sh', 'hk', 'sgp'] as const satisfies readonly Region[];

/** All regions, the default first. */
export const regionNames: readonly Region[] = names;

/** The region a host name belongs to; null: none of TPNS's. */
export const regionOf = (host: string): Region | null =>
  names.find((name) => regions[name].host === host.toLowerCase()) ?? null;

/** The host of Xinge, TPNS's predecessor; it ended in 2020. */
export const legacyHost = 'openapi.xg.qq.com';

/** The one address of all pushes. */
export const pushPath = '/v3/push/app';
