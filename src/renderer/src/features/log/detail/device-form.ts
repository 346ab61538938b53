import type { App, DeviceSuggestion, VendorId } from '../../../../../shared/contract/index.ts';
import { DeviceInput } from '../../../../../shared/contract/workspace.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';

/** Stands for an app that is made together with the phone. */
export const newApp = '';

type AppFacts = Pick<App, 'id' | 'identifiers'>;

const identifierOf = (app: AppFacts | undefined, { platform }: Pick<DeviceSuggestion, 'platform'>): string =>
  app?.identifiers[platform] ?? '';

/** The app to begin with: the one the push is for, and where there is none a new one; the suggested one when it names none. */
export const firstApp = (suggestion: DeviceSuggestion, apps: readonly AppFacts[]): string => {
  const { appIdentifier, appId } = suggestion;
  const suggested = apps.find((app) => app.id === appId);
  return appIdentifier === '' || identifierOf(suggested, suggestion) === appIdentifier ? appId : newApp;
};

/** The identifiers of an app that does not fit the push, so that its gateway would refuse the next one; null: it fits. */
export const misfit = (
  suggestion: DeviceSuggestion,
  app: AppFacts | undefined,
): { readonly own: string; readonly wanted: string } | null => {
  const { appIdentifier } = suggestion;
  const own = identifierOf(app, suggestion);
  return app && appIdentifier !== '' && own !== appIdentifier ? { own, wanted: appIdentifier } : null;
};

/** A phone for a token that somebody has at hand, of the first app for its platform. Null: there is no app to belong to. */
export const suggestionOf = (
  vendor: VendorId,
  token: string,
  apps: readonly AppFacts[],
  nowMs: number,
): DeviceSuggestion | null => {
  const platform = vendor === 'apns' ? 'ios' : 'android';
  const app = apps.find((one) => one.identifiers[platform] !== undefined) ?? apps[0];
  if (!app) return null;
  const device = DeviceInput.parse({
    name: `${platform === 'ios' ? 'iPhone' : 'Android'} ${cutMiddle(token)}`,
    platform,
    model: platform === 'ios' ? 'iphone-17' : 'pixel-9',
    osVersion: platform === 'ios' ? '26.0' : '16',
    appId: app.id,
    vendor,
    token,
    tokenReportedAtMs: nowMs,
    loginState: 'logged-in',
  });
  return { ...device, appIdentifier: '' };
};

/** The phone to create of what was suggested and what the person chose. */
export const deviceOf = (
  { appIdentifier: _push, ...device }: DeviceSuggestion,
  chosen: { readonly name: string; readonly appId: string; readonly userId: string },
): DeviceInput => ({
  ...device,
  name: chosen.name.trim(),
  appId: chosen.appId,
  userId: chosen.userId === '' ? null : chosen.userId,
});
