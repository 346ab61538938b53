import type { App, Client, Device, Exchange } from '../../../../../shared/contract/index.ts';
import { quote } from '../../../../../shared/kit/filter/index.ts';

/** Filters for an accepted push like this one, the most alike first: to the same token, of the same app, of the same vendor. */
export const likeFilters = (
  { vendor, targets, kind }: Pick<Exchange, 'vendor' | 'targets' | 'kind'>,
  devices: readonly Pick<Device, 'id' | 'appId'>[],
  apps: readonly Pick<App, 'id' | 'name'>[],
): readonly string[] => {
  const accepted = `vendor:${vendor} verdict:accepted is:${kind}`;
  const [target] = targets;
  const appId = devices.find((device) => device.id === target?.deviceId)?.appId;
  const app = apps.find((one) => one.id === appId)?.name;
  return [
    ...(target && target.token !== '' ? [`${accepted} token:${quote(target.token)}`] : []),
    ...(app === undefined ? [] : [`${accepted} app:${quote(app)}`]),
    accepted,
  ];
};

/** The newest accepted exchange that is most like this one; null: the log has none. */
export const lastAccepted = async (
  client: Pick<Client, 'exchanges'>,
  exchange: Pick<Exchange, 'id' | 'origin'>,
  filters: readonly string[],
): Promise<string | null> => {
  for (const filter of filters) {
    const { items } = await client.exchanges.list({ filter, limit: 20, budgetMs: 1000 });
    const others = items.filter((one) => one.id !== exchange.id);
    // A push that went to this machine stands twice in the log: the half of the same kind tells more.
    const found = others.find((one) => one.origin === exchange.origin) ?? others[0];
    if (found) return found.id;
  }
  return null;
};
