import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url?: string): Source => ({ title, ...(url ? { url } : {}), checked: '2026-11-21' });
const vivo = 'https://dev.vivo.com.cn/documentCenter/doc';
const tencent = 'https://intl.cloud.tencent.com/document/product/1024';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  api: page('vivo: PUSH-UPS-API', `${vivo}/362`),
  classes: page('vivo: message classification', `${vivo}/359`),
  faq: page('vivo: push FAQ', `${vivo}/156`),
  limits: page('vivo: push quotas', `${vivo}/695`),
  serverSdk: page('vpush-server-sdk 3.3, class constants'),
  phpSdk: page('xxgail/PushSDK', 'https://github.com/xxgail/PushSDK'),
  goClient: page('modood/pushapi', 'https://github.com/modood/pushapi'),
  goSender: page('A public Go push service: handling of vivo codes 10071, 10085 and 10104'),
  tencentClass: page('Tencent TPNS: vendor message classification', `${tencent}/36250`),
  tencentGuide: page('Tencent TPNS: vendor channel registration', `${tencent}/37006`),
  tencentIm: page(
    'Tencent Cloud IM: offline push on Android',
    'https://www.tencentcloud.com/document/product/1047/39156',
  ),
  tencentPush: page('Tencent Cloud Push: OfflinePushInfo', 'https://cloud.tencent.com/document/product/269/133879'),
  assumption: page('No page found; a working assumption of Pushscope'),
} as const satisfies Record<string, Source>;
