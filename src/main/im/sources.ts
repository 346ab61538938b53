import type { Source } from '../../shared/contract/index.ts';

const checked = '2026-11-21';

/** The documents this folder follows. */
export const sources = {
  overview: {
    title: 'Tencent Cloud Chat: offline push overview',
    url: 'https://www.tencentcloud.com/document/product/1047/33525',
    checked,
  },
  ios: {
    title: 'Tencent Cloud Chat: APNs integration (iOS)',
    url: 'https://www.tencentcloud.com/document/product/1047/39157',
    checked,
  },
  iosChinese: {
    title: 'Tencent Cloud Chat: APNs integration (iOS), Chinese edition',
    url: 'https://www.tencentcloud.com/zh/document/product/1047/39157',
    checked,
  },
  android: {
    title: 'Tencent Cloud Chat: vendor push integration (Android)',
    url: 'https://www.tencentcloud.com/document/product/1047/39156',
    checked,
  },
  oldAndroid: {
    title: 'Tencent Cloud IM: vendor push on Android (Chinese)',
    url: 'https://cloud.tencent.com/document/product/269/100650',
    checked,
  },
  pushService: {
    title: 'Tencent Cloud Push: overview (Chinese)',
    url: 'https://cloud.tencent.com/document/product/269/128209',
    checked,
  },
  pushFields: {
    title: 'Tencent Cloud Push: fields of OfflinePushInfo (Chinese)',
    url: 'https://cloud.tencent.com/document/product/269/133879',
    checked,
  },
  format: {
    title: 'Tencent Cloud Chat: message formats, OfflinePushInfo',
    url: 'https://www.tencentcloud.com/document/product/1047/33527',
    checked,
  },
  rest: {
    title: 'Tencent Cloud Chat: sending a one-to-one message (REST)',
    url: 'https://www.tencentcloud.com/document/product/1047/34919',
    checked,
  },
  group: {
    title: 'Tencent Cloud Chat: sending a group message (REST)',
    url: 'https://www.tencentcloud.com/document/product/1047/34959',
    checked,
  },
  sdk: {
    title: 'Tencent Cloud Chat SDK: V2TIMMessageManager, receive options',
    url: 'https://github.com/TencentCloud/TIMSDK',
    checked,
  },
  errors: {
    title: 'Tencent Cloud Chat: error codes',
    url: 'https://www.tencentcloud.com/document/product/1047/34348',
    checked,
  },
  legacy: {
    title: 'Tencent Cloud IM: basic settings of offline push, SDK before V2TIM (Chinese)',
    url: 'https://cloud.tencent.com/document/product/269/9234',
    checked,
  },
  state: {
    title: 'Tencent Cloud Chat: querying account online status',
    url: 'https://www.tencentcloud.com/document/product/1047/33518',
    checked,
  },
  fcmMigration: {
    title: 'Firebase: migrate from legacy FCM APIs to HTTP v1',
    url: 'https://firebase.google.com/docs/cloud-messaging/migrate-v1',
    checked,
  },
  apple: {
    title: 'Apple: Establishing a connection to APNs',
    url: 'https://developer.apple.com/documentation/usernotifications/establishing-a-certificate-based-connection-to-apns',
    checked,
  },
} as const satisfies Record<string, Source>;
