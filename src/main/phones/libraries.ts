import type { Callback, Device, LibraryCall } from '../../shared/contract/index.ts';
import type { TapPlan } from '../vendors/vendor.ts';

const checked = '2026-11-21';
const sources = {
  push: {
    title: 'Tencent Cloud Chat: TIMPush, clicks on notifications',
    url: 'https://trtc.io/document/60575',
    checked,
  },
  old: {
    title: 'Tencent Cloud IM: basic settings of offline push, SDK before V2TIM (Chinese)',
    url: 'https://cloud.tencent.com/document/product/269/9234',
    checked,
  },
} as const;

/** The SDK that came with the V2TIM API; what is older registers an offline listener of its own. */
const v2Major = 5;
const isOld = ({ platform, sdkVersion }: Device): boolean =>
  platform !== 'harmony' && Number.parseInt(sdkVersion, 10) < v2Major;

/**
 * What a tap leads to where the app has the SDK before V2TIM: with NotifyMode.Normal, its default, the app opens and no code of it is
 * called, so no redirect is possible (R61). Any other generation, and a tap that opens no app, are as the vendor says.
 */
export const planOfGeneration = (plan: TapPlan, device: Device, action: string): TapPlan => {
  const isTold = plan.callback !== null && action === 'default';
  if (!isTold || device.platform !== 'android' || !isOld(device)) return plan;
  const { uri: _uri, ...others } = plan;
  return {
    ...others,
    steps: [
      ...plan.steps.slice(0, 1),
      { id: 'old-sdk', phrase: { id: 'phone.step.old-sdk' }, detail: null, certainty: 'documented' },
    ],
    callback: null,
    received: '{}',
    values: [],
    ext: null,
    opens: { kind: 'app', name: '' },
    stoppedBecause: { id: 'phone.tap.old-sdk' },
  };
};

/** The listener of TIMPush, by platform. It is told of `ext` alone. */
const pushCallback = (device: Device): Callback =>
  device.platform === 'ios'
    ? {
        name: 'onRemoteNotificationReceived(_ notice: String?) -> Bool',
        language: 'swift',
        source: sources.push,
        certainty: 'documented',
      }
    : {
        name: 'TIMPushListener.onNotificationClicked(ext: String)',
        language: device.platform === 'harmony' ? 'arkts' : 'kotlin',
        source: sources.push,
        certainty: 'documented',
      };

/**
 * Whom a tap is told to, by generation of Tencent's library: the push plug-in of today, the chat SDK with the app's own code, and
 * the SDK before V2TIM. Empty where the app is not told of the tap at all.
 */
export const librariesFor = (about: {
  readonly device: Device;
  readonly plan: Pick<TapPlan, 'callback' | 'received' | 'values' | 'ext'>;
  readonly action: string;
}): LibraryCall[] => {
  const { device, plan, action } = about;
  if (plan.callback === null || action !== 'default') return [];
  const old = isOld(device);
  const { callback, received, values, ext } = plan;
  const isIos = device.platform === 'ios';
  const heard = { path: isIos ? 'notice' : 'ext', type: isIos ? 'String?' : 'String', value: ext ?? '' };
  return [
    {
      id: 'push',
      phrase: { id: 'phone.library.push' },
      callback: pushCallback(device),
      received: JSON.stringify({ [heard.path]: ext }),
      values: [heard],
      isHere: false,
    },
    { id: 'chat', phrase: { id: 'phone.library.chat' }, callback, received, values: [...values], isHere: !old },
    // NotifyMode.Normal opens the app and calls nothing; it is being retired (R61).
    ...(device.platform === 'android'
      ? [
          {
            id: 'old' as const,
            phrase: { id: 'phone.library.old' },
            callback: null,
            received: '{}',
            values: [],
            isHere: old,
          },
        ]
      : []),
  ];
};
