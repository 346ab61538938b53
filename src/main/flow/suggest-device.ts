import type { App, DeviceSuggestion, Exchange, PushEnvironment } from '../../shared/contract/index.ts';
import { DeviceInput } from '../../shared/contract/workspace.ts';
import { AppError } from '../../shared/contract/errors.ts';
import { cutMiddle } from '../../shared/kit/text.ts';
import { readPush } from '../vendors/kit/read-push.ts';
import type { Vendor } from '../vendors/vendor.ts';
import { recordedRequest } from './read-back.ts';

/** What a suggestion may look at: the vendor of the exchange, the apps, and the environment its gateway plays. */
export interface SuggestionContext {
  readonly vendor: Vendor | undefined;
  readonly apps: readonly App[];
  readonly environment: PushEnvironment;
}

/**
 * A simulated phone for a captured push whose token nobody knows, made so that the next push to that token reaches it. Nothing is
 * stored. AppError `workspace.not-found` when there is no app at all.
 */
export const suggestDevice = (
  exchange: Exchange,
  token: string,
  { vendor, apps, environment }: SuggestionContext,
): DeviceSuggestion => {
  const platform = exchange.vendor === 'apns' ? 'ios' : 'android';
  const appIdentifier = (vendor && readPush(vendor, recordedRequest(exchange.request))?.appIdentifier) ?? '';
  const app =
    apps.find((one) => appIdentifier !== '' && one.identifiers[platform] === appIdentifier) ??
    apps.find((one) => one.identifiers[platform] !== undefined) ??
    apps[0];
  if (!app) throw new AppError('workspace.not-found', { kind: 'app', id: '' });
  const device = DeviceInput.parse({
    name: `${platform === 'ios' ? 'iPhone' : 'Android'} ${cutMiddle(token)}`,
    platform,
    model: platform === 'ios' ? 'iphone-17' : 'pixel-9',
    osVersion: platform === 'ios' ? '26.0' : '16',
    appId: app.id,
    vendor: exchange.vendor,
    token,
    environment,
    tokenReportedAtMs: exchange.atMs,
    loginState: 'logged-in',
  });
  return { ...device, appIdentifier };
};
