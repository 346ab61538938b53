import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url?: string): Source => ({ title, ...(url ? { url } : {}), checked: '2026-11-21' });
const vivo = 'https://dev.vivo.com.cn/documentCenter/doc';
const tencent = 'https://intl.cloud.tencent.com/document/product/1024';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  api: page('vivo: PUSH-UPS-API', `${vivo}/362`),
  faq: page('vivo: push FAQ', `${vivo}/156`),
  clientSdk: page('vivo push SDK 3.x, class files: PushMessageCallback, OnNotificationArrivedTask'),
  limits: page('vivo: push quotas', `${vivo}/695`),
  phpSdk: page('xxgail/PushSDK', 'https://github.com/xxgail/PushSDK'),
  goSender: page('A public Go push service: handling of vivo codes 10071, 10085 and 10104'),
  tencentClass: page('Tencent TPNS: vendor message classification', `${tencent}/36250`),
  tencentGuide: page('Tencent TPNS: vendor channel registration', `${tencent}/37006`),
  assumption: page('No page found; a working assumption of Pushscope'),
} as const satisfies Record<string, Source>;
