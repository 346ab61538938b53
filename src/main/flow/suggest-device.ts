import type { App, DeviceInput, Exchange } from '../../shared/contract/index.ts';
import { DeviceInput as DeviceSchema } from '../../shared/contract/workspace.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { cutMiddle } from '../../shared/kit/text.ts';

/** The app whose identifier an APNs topic names, with or without a suffix such as `.voip`. */
const appOfTopic = (apps: readonly App[], topic: string | undefined): App | undefined =>
  topic === undefined
    ? undefined
    : apps.find((app) => app.identifiers.ios !== undefined && topic.startsWith(app.identifiers.ios));

/** A simulated phone for a captured push whose token nobody knows. Nothing is stored. */
export const suggestDevice = (exchange: Exchange, token: string, apps: readonly App[]): DeviceInput => {
  const platform = exchange.vendor === 'apns' ? 'ios' : 'android';
  const topic = exchange.request.headers.find(([name]) => name.toLowerCase() === 'apns-topic')?.[1];
  const app = appOfTopic(apps, topic) ?? apps.find((one) => one.identifiers[platform] !== undefined) ?? apps[0];
  if (!app) throw new AppError('workspace.not-found', { kind: 'app', id: '' });
  return DeviceSchema.parse({
    name: `${platform === 'ios' ? 'iPhone' : 'Android'} ${cutMiddle(token)}`,
    platform,
    model: platform === 'ios' ? 'iphone-17' : 'pixel-9',
    osVersion: platform === 'ios' ? '26.0' : '16',
    appId: app.id,
    vendor: exchange.vendor,
    token,
    tokenReportedAtMs: exchange.atMs,
    loginState: 'logged-in',
  });
};
