import type { App, Credential, Device, Platform, VendorInfo } from '../../../../../shared/contract/index.ts';
import { PhoneLook } from '../../../../../shared/contract/workspace.ts';
import { problemsOf, required, type FieldProblem, type Problems } from './draft.ts';

type Stored = 'id' | 'createdAtMs' | 'updatedAtMs';
/** A phone as its editor holds it: every field. Live Activities as rows, so that two with one ID can be seen while they are typed. */
export type DeviceForm = Omit<Device, Stored | 'liveActivityTokens'> & {
  readonly liveActivities: readonly (readonly [activityId: string, token: string])[];
};

/** SDK versions worth trying: today's, and one of each generation whose behaviour differs. */
export const sdkVersions = ['8.9', '8.0', '6.1.2155', '5.1', '4.8', '2.5.3', '1.7'] as const;

/** Which of the SDK's generations a version belongs to, by what changes for pushes. A version that is no number is not known. */
export const sdkGeneration = (
  version: string,
  platform: Platform,
): 'unknown' | 'no-service' | 'legacy' | 'v2' | 'sounds' | 'now' => {
  const [major = Number.NaN, minor = 0, patch = 0] = version.trim().split('.').map(Number);
  if ([major, minor, patch].some(Number.isNaN)) return 'unknown';
  if (platform === 'android' && (major < 1 || (major === 1 && minor < 8))) return 'no-service';
  if (major < 5) return 'legacy';
  const sounds = major > 6 || (major === 6 && (minor > 1 || (minor === 1 && patch >= 2155)));
  if (!sounds) return 'v2';
  return major > 7 || (major === 7 && minor >= 9) ? 'now' : 'sounds';
};

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
  grantedTypes: { alert: true, sound: true, badge: true },
  sdkVersion: '8.9',
  vendorSdkVersion: '',
  offlineCallbackRegistered: true,
  voipToken: null,
  liveActivities: [],
  region: 'elsewhere',
  playServices: true,
  vendorPushSupported: true,
  locale: 'en',
  theme: 'window',
  look: PhoneLook.parse({}),
  channels: {},
});

export const deviceForm = ({
  id: _id,
  createdAtMs: _created,
  updatedAtMs: _updated,
  liveActivityTokens,
  ...form
}: Device): DeviceForm => ({ ...form, liveActivities: Object.entries(liveActivityTokens) });

/** What a save sends: as the core stores it, without empty rows. */
export const deviceFields = <T extends Partial<DeviceForm>>({ liveActivities, ...form }: T) => ({
  ...form,
  ...(liveActivities
    ? { liveActivityTokens: Object.fromEntries(liveActivities.filter(([id]) => id.trim() !== '')) }
    : {}),
});

const activityTwice = ({ liveActivities }: DeviceForm): FieldProblem | undefined => {
  const ids = liveActivities.map(([id]) => id.trim()).filter((id) => id !== '');
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  return twice === undefined ? undefined : { id: 'credentials.problem.activityTwice', params: { id: twice } };
};

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
    ...(loggedIn ? { lastLoginAtMs: nowMs } : {}),
    ...(reports ? { tokenReportedAtMs: nowMs } : {}),
    ...(changed.token === null ? { tokenReportedAtMs: null } : {}),
    ...(changed.appState === undefined ? {} : { appStateAtMs: nowMs }),
    // A time set by hand is what its author wants to see judged.
    ...changed,
  };
};

/** Of a new phone what somebody set: times that nobody set are filled in by `withTimes`. */
export const firstOf = ({
  lastLoginAtMs,
  tokenReportedAtMs,
  appStateAtMs,
  ...form
}: DeviceForm): Partial<DeviceForm> => ({
  ...form,
  ...(lastLoginAtMs === null ? {} : { lastLoginAtMs }),
  ...(tokenReportedAtMs === null ? {} : { tokenReportedAtMs }),
  ...(appStateAtMs === 0 ? {} : { appStateAtMs }),
});

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
    liveActivities: activityTwice(form),
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
