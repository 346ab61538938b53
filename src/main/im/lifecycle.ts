import type { Account, App, Device } from '../../shared/contract/index.ts';
import { longestTokenBytes } from './gates/recipient.ts';
import { atLeast, sdkSince } from './version.ts';

/** What can happen on a phone or to its account. The calls of the SDK that tell the backend are named with each. */
export type LifeEvent =
  | { readonly kind: 'login'; readonly userId: string }
  | { readonly kind: 'logout' }
  | { readonly kind: 'killed' }
  /** `doBackground` with the unread count; `isReported` false: the app does not call it. */
  | { readonly kind: 'background'; readonly unread: number; readonly isReported: boolean }
  /** `doForeground`. */
  | { readonly kind: 'foreground' }
  /** `setAPNS`, `setOfflinePushConfig`; null hands over no config. */
  | { readonly kind: 'token'; readonly token: string | null; readonly certificateId: number | null }
  | { readonly kind: 'permission'; readonly isAllowed: boolean }
  /** `setOfflinePushSettings`. */
  | {
      readonly kind: 'global-settings';
      readonly patch: Partial<Pick<Account, 'pushEnabled' | 'globalSounds' | 'doNotDisturb'>>;
    };

/** The SDK's answer to the call: 0, or a code the app's failure callback gets. */
export interface LifeAnswer {
  readonly code: number;
  /** `im.life.<name>`. */
  readonly phraseId: string;
}
export interface LifeChange {
  readonly devices: readonly { readonly id: string; readonly patch: Partial<Device> }[];
  readonly account: Partial<Account> | null;
  readonly answer: LifeAnswer;
}
export interface LifeWorld {
  readonly devices: readonly Device[];
  readonly app: App | null;
  readonly nowMs: number;
}

const answer = (code: number, name: string): LifeAnswer => ({ code, phraseId: `im.life.${name}` });
const done = answer(0, 'ok');
const refused = (code: number, name: string): LifeChange => ({
  devices: [],
  account: null,
  answer: answer(code, name),
});
const change = (device: Device, patch: Partial<Device>): LifeChange => ({
  devices: [{ id: device.id, patch }],
  account: null,
  answer: done,
});

/**
 * Whether two phones compete for one place. Under «multi» each platform has one device; the narrower policies allow one phone
 * beside computers and the web, which are not simulated.
 */
const sharesPlace = (policy: App['loginPolicy'], one: Device, other: Device): boolean =>
  policy !== 'multi' || one.platform === other.platform;

/** Other phones of the account whose login ends when it logs in here: the console's login policy (R21). */
export const kickedBy = (device: Device, userId: string, { devices, app }: LifeWorld): readonly Device[] =>
  devices.filter(
    (other) =>
      other.id !== device.id &&
      other.appId === device.appId &&
      other.userId === userId &&
      other.loginState === 'logged-in' &&
      sharesPlace(app?.loginPolicy ?? 'multi', device, other),
  );

const login = (device: Device, userId: string, world: LifeWorld): LifeChange => {
  const { nowMs } = world;
  const here: Partial<Device> = {
    userId,
    loginState: 'logged-in',
    lastLoginAtMs: nowMs,
    appState: 'foreground',
    appStateAtMs: nowMs,
  };
  const kicked = kickedBy(device, userId, world).map((other) => ({
    id: other.id,
    patch: { loginState: 'kicked' } satisfies Partial<Device>,
  }));
  return { devices: [{ id: device.id, patch: here }, ...kicked], account: null, answer: done };
};

const utf8 = new TextEncoder();
const reportToken = (
  device: Device,
  { token, certificateId }: Extract<LifeEvent, { kind: 'token' }>,
  nowMs: number,
): LifeChange => {
  // The token is bound to the account that is logged in; there is none (R20).
  if (device.loginState !== 'logged-in') return refused(21_005, 'token-before-login');
  if (token === null) {
    return atLeast(device.sdkVersion, sdkSince.nullConfig)
      ? change(device, { token: null, tokenReportedAtMs: null })
      : refused(22_003, 'token-empty');
  }
  if (token === '') return refused(22_003, 'token-empty');
  if (utf8.encode(token).length > longestTokenBytes) return refused(22_004, 'token-too-long');
  return change(device, { token, certificateId, tokenReportedAtMs: nowMs });
};

/**
 * What an event changes, and what the SDK's callback says. Pure: the caller applies the patches. A call before login changes
 * nothing and answers its code (R20, R52).
 */
export const applyLifeEvent = (device: Device, event: LifeEvent, world: LifeWorld): LifeChange => {
  const { nowMs } = world;
  switch (event.kind) {
    case 'login':
      return login(device, event.userId, world);
    case 'logout':
      return change(device, { loginState: 'logged-out' });
    case 'killed':
      return change(device, { appState: 'killed', appStateAtMs: nowMs });
    case 'background':
      return change(device, {
        appState: 'background',
        appStateAtMs: nowMs,
        backgroundReported: event.isReported,
        ...(event.isReported ? { unreadBase: event.unread } : {}),
      });
    case 'foreground':
      return change(device, { appState: 'foreground', appStateAtMs: nowMs });
    case 'token':
      return reportToken(device, event, nowMs);
    case 'permission':
      return change(device, { notificationsAllowed: event.isAllowed });
    case 'global-settings':
    default:
      return device.loginState === 'logged-in'
        ? { devices: [], account: event.patch, answer: done }
        : refused(6014, 'not-logged-in');
  }
};

/** How an iOS version asks for a device token and for leave to show things (R28). */
export const iosRegistration = (
  osVersion: string,
): { readonly calls: readonly string[]; readonly asksForToken: string } =>
  atLeast(osVersion, '8')
    ? {
        calls: ['registerUserNotificationSettings:', 'registerForRemoteNotifications'],
        asksForToken: 'registerForRemoteNotifications',
      }
    : {
        calls: ['registerForRemoteNotificationTypes:'],
        asksForToken: 'registerForRemoteNotificationTypes:',
      };
