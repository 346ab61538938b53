import type {
  App,
  Credential,
  Device,
  DeviceInput,
  Platform,
  VendorInfo,
} from '../../../../../shared/contract/index.ts';
import { problemsOf, required, type FieldProblem, type Problems } from './draft.ts';

export type DeviceForm = DeviceInput;

/** Drawing presets offered for each platform, and the version a new phone of it starts with. */
export const platformDefaults: Readonly<
  Record<Platform, { readonly models: readonly string[]; readonly osVersion: string }>
> = {
  ios: { models: ['iphone-17', 'iphone-17-pro-max', 'iphone-16'], osVersion: '26.0' },
  android: { models: ['pixel-9'], osVersion: '16' },
  harmony: { models: [], osVersion: '' },
};
export const languages = ['en', 'zh-CN', 'zh-TW', 'ja', 'ko', 'de', 'fr', 'es', 'ar'] as const;

export const vendorsOf = (platform: Platform, vendors: readonly VendorInfo[]): readonly VendorInfo[] =>
  vendors.filter((vendor) => vendor.platforms.includes(platform));

/** Platforms that some vendor serves, and the one in use. */
export const platformsOf = (vendors: readonly VendorInfo[], current: Platform): readonly Platform[] =>
  (['ios', 'android', 'harmony'] as const).filter(
    (platform) => platform === current || vendorsOf(platform, vendors).length > 0,
  );

/** A new phone: an iPhone that its owner has logged in on, if it has one. */
export const newDevice = (appId: string, userId: string | null): DeviceForm => ({
  name: '',
  platform: 'ios',
  model: 'iphone-17',
  osVersion: platformDefaults.ios.osVersion,
  appId,
  userId,
  vendor: 'apns',
  token: null,
  environment: 'sandbox',
  tokenState: 'active',
  tokenDeadAtMs: null,
  tokenReportedAtMs: null,
  certificateId: null,
  loginState: userId === null ? 'never' : 'logged-in',
  lastLoginAtMs: null,
  appState: 'killed',
  appStateAtMs: 0,
  backgroundReported: true,
  unreadBase: 0,
  notificationsAllowed: true,
  reach: 'online',
  locale: 'en',
  theme: 'window',
});

export const deviceForm = ({ id: _id, createdAtMs: _created, updatedAtMs: _updated, ...form }: Device): DeviceForm =>
  form;

/** Another platform brings its own vendor, and its own model and version where those were not chosen by hand. */
export const withPlatform = (
  form: DeviceForm,
  platform: Platform,
  vendors: readonly VendorInfo[],
): Partial<DeviceForm> => {
  const before = platformDefaults[form.platform];
  const after = platformDefaults[platform];
  const vendor = vendorsOf(platform, vendors)[0]?.id ?? form.vendor;
  return {
    platform,
    vendor,
    ...(before.models.includes(form.model) || form.model === '' ? { model: after.models[0] ?? '' } : {}),
    ...(form.osVersion === before.osVersion || form.osVersion === '' ? { osVersion: after.osVersion } : {}),
  };
};

/** An owner who was never here logs in; without an owner nobody is logged in. */
export const withOwner = (form: DeviceForm, userId: string | null): Partial<DeviceForm> => {
  if (userId === null) return { userId, loginState: 'never', appState: 'killed' };
  return form.loginState === 'never' ? { userId, loginState: 'logged-in' } : { userId };
};

/** Who is not logged in has no session that could be open. */
export const withLogin = (loginState: DeviceForm['loginState']): Partial<DeviceForm> =>
  loginState === 'logged-in' ? { loginState } : { loginState, appState: 'killed' };

/** A dead token has a time since when the vendor knows. */
export const withTokenState = (
  form: DeviceForm,
  tokenState: DeviceForm['tokenState'],
  nowMs: number,
): Partial<DeviceForm> => ({
  tokenState,
  tokenDeadAtMs: tokenState === 'active' ? null : (form.tokenDeadAtMs ?? nowMs),
});

/**
 * What a save adds to the changed fields: when the login, the report of the token and the app's state began. A login reports the
 * token again, as an IM app does.
 */
export const withTimes = (form: DeviceForm, changed: Partial<DeviceForm>, nowMs: number): Partial<DeviceForm> => {
  const loggedIn = changed.loginState === 'logged-in';
  const reports = form.token !== null && (loggedIn || changed.token !== undefined);
  return {
    ...changed,
    ...(loggedIn ? { lastLoginAtMs: nowMs } : {}),
    ...(reports ? { tokenReportedAtMs: nowMs } : {}),
    ...(changed.token === null ? { tokenReportedAtMs: null } : {}),
    ...(changed.appState === undefined ? {} : { appStateAtMs: nowMs }),
  };
};

/** What the drawn phone has to be told after a save, so that its open screens follow; null when nothing. */
export const phoneState = (
  form: DeviceForm,
  changed: Partial<DeviceForm>,
): 'foreground' | 'killed' | 'logged-out' | null => {
  if (changed.loginState === 'logged-out') return 'logged-out';
  if (form.loginState !== 'logged-in' || changed.appState === undefined) return null;
  // Going to the background leaves the screens as they are, and would report the unread count by itself.
  return changed.appState === 'background' ? null : changed.appState;
};

const tokenProblem = (form: DeviceForm, others: readonly Device[]): FieldProblem | undefined => {
  const key = (device: Pick<Device, 'vendor' | 'token'>) =>
    device.vendor === 'apns' ? device.token?.trim().toLowerCase() : device.token?.trim();
  const owner =
    form.token === null ? undefined : others.find((other) => other.vendor === form.vendor && key(other) === key(form));
  return owner && { id: 'credentials.problem.tokenTaken', params: { name: owner.name } };
};

/** `others`: every device but the one being edited. */
export const deviceProblems = (
  form: DeviceForm,
  {
    others,
    apps,
    vendors,
  }: {
    readonly others: readonly Device[];
    readonly apps: readonly App[];
    readonly vendors: readonly VendorInfo[];
  },
): Problems<DeviceForm> =>
  problemsOf<DeviceForm>({
    name: required(form.name, 'credentials.problem.name'),
    model: required(form.model, 'credentials.problem.model'),
    appId: apps.some((app) => app.id === form.appId)
      ? undefined
      : { id: 'credentials.problem.app', isMissing: form.appId === '' },
    vendor: vendorsOf(form.platform, vendors).some((vendor) => vendor.id === form.vendor)
      ? undefined
      : { id: 'credentials.problem.vendor' },
    token: tokenProblem(form, others),
    unreadBase:
      Number.isInteger(form.unreadBase) && form.unreadBase >= 0 ? undefined : { id: 'credentials.problem.unread' },
    certificateId:
      form.certificateId === null || Number.isSafeInteger(form.certificateId)
        ? undefined
        : { id: 'credentials.problem.certificateId' },
  });

/** The credential a reported certificate ID names: it, one of another vendor, or none. */
export const reportedCredential = (
  form: Pick<DeviceForm, 'certificateId' | 'vendor'>,
  credentials: readonly Credential[],
): { readonly state: 'default' | 'known' | 'other-vendor' | 'unknown'; readonly name: string } => {
  if (form.certificateId === null) return { state: 'default', name: '' };
  const found = credentials.find((one) => one.certificateId === form.certificateId);
  if (!found) return { state: 'unknown', name: '' };
  return { state: found.vendor === form.vendor ? 'known' : 'other-vendor', name: found.name };
};
