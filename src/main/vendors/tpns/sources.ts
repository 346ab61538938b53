import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url?: string): Source => ({ title, ...(url ? { url } : {}), checked: '2026-11-21' });
const intl = 'https://intl.cloud.tencent.com/document/product/1024';

/** The pages that the rules of this folder rest on. */
export const sources = {
  push: page('TPNS: Push API', 'https://cloud.tencent.com/document/product/548/39064'),
  request: page('TPNS: request structure', 'https://cloud.tencent.com/document/product/548/49157'),
  signature: page('TPNS: signature authentication', 'https://cloud.tencent.com/document/product/548/41407'),
  codes: page('TPNS: server error codes', 'https://cloud.tencent.com/document/product/548/39080'),
  limits: page('TPNS: product limits', `${intl}/36151`),
  click: page('TPNS: click guide', `${intl}/38354`),
  sdk: page('TPNS: Android SDK API', 'https://cloud.tencent.com/document/product/548/36659'),
  ios: page('TPNS: iOS SDK integration', 'https://www.tencentcloud.com/document/product/1024/32002'),
  assumption: page('No page found; a working assumption of Pushscope'),
} as const satisfies Record<string, Source>;
