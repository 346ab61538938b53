import { useMemo } from 'react';
import { useFrom } from '../../../stores/index.ts';
import type { KnownValues } from './complete.ts';

const times = ['15m', '1h', '1d', 'today', 'yesterday'];

/** Names of the workspace, and reasons and tags among the rows at hand, for completion. */
export const useKnownValues = (): KnownValues => {
  const devices = useFrom('workspace', (state) => state.devices);
  const apps = useFrom('workspace', (state) => state.apps);
  const accounts = useFrom('workspace', (state) => state.accounts);
  const rows = useFrom('log', (state) => state.rows);
  return useMemo(
    () => ({
      device: devices.map((device) => device.name),
      app: apps.map((app) => app.name),
      account: accounts.map((account) => account.userId),
      reason: [...new Set(rows.flatMap((row) => (row.reason === null ? [] : [row.reason])))],
      status: ['>=400', '200', ...new Set(rows.flatMap((row) => (row.status === null ? [] : [String(row.status)])))],
      tag: [...new Set(rows.flatMap((row) => row.mark?.tags ?? []))],
      before: times,
      after: times,
      larger: ['1KB', '4KB', '10KB'],
    }),
    [devices, apps, accounts, rows],
  );
};
