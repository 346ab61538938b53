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
  android: {
    title: 'Tencent Cloud Chat: vendor push integration (Android)',
    url: 'https://www.tencentcloud.com/document/product/1047/39156',
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
  state: {
    title: 'Tencent Cloud Chat: querying account online status',
    url: 'https://www.tencentcloud.com/document/product/1047/33518',
    checked,
  },
  apple: {
    title: 'Apple: Establishing a connection to APNs',
    url: 'https://developer.apple.com/documentation/usernotifications/establishing-a-certificate-based-connection-to-apns',
    checked,
  },
} as const satisfies Record<string, Source>;
