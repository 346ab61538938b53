import { oc } from '@orpc/contract';
import * as z from 'zod';
import { Notice } from './settings.ts';

export const Health = z.object({
  status: z.literal('ok'),
  version: z.string(),
  shell: z.enum(['desktop', 'headless']),
  startedAtMs: z.number().int(),
  exchanges: z.number().int(),
  databaseBytes: z.number().int(),
  dataDir: z.string(),
  sealer: z.string(),
  notices: z.array(Notice),
  /** Pushes sent to a host that is not this machine since local midnight. */
  sentToVendorsToday: z.number().int(),
});
export type Health = z.infer<typeof Health>;

export const system = {
  health: oc.route({ method: 'GET', path: '/health', tags: ['system'] }).output(Health),
};
