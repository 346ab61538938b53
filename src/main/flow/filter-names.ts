import type { FilterNames } from '../../shared/kit/filter/index.ts';
import type { WorkspaceBooks } from '../workspace/index.ts';

const has = (text: string, wanted: string): boolean => text.toLowerCase().includes(wanted.toLowerCase());
/** More of them than this is no name but a letter. */
const most = 200;

/** What a filter means by the name of a device, an account or an app: part of the name, or the whole id. */
export const filterNames = ({
  apps,
  accounts,
  devices,
}: Pick<WorkspaceBooks, 'apps' | 'accounts' | 'devices'>): FilterNames => ({
  devices: (text) =>
    devices
      .all()
      .filter((device) => device.id === text || has(device.name, text))
      .map((device) => device.id)
      .slice(0, most),
  accounts: (text) =>
    accounts
      .all()
      .filter((account) => has(account.userId, text) || has(account.nickname, text))
      .map((account) => account.userId)
      .concat(text)
      .slice(0, most),
  apps: (text) => {
    const found = apps
      .all()
      .filter((app) => app.id === text || has(app.name, text) || Object.values(app.identifiers).includes(text));
    return { ids: found.map((app) => app.id), identifiers: found.flatMap((app) => Object.values(app.identifiers)) };
  },
});
