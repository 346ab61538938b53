import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url: string): Source => ({ title, url, checked: '2026-11-21' });
const docs = 'https://open.oppomobile.com/new/developmentDoc/info?id=';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  api: page('OPPO Push: Server API', `${docs}11234`),
  auth: page('OPPO Push: Hosts and authentication', `${docs}11235`),
  notification: page('OPPO Push: Notification', `${docs}11236`),
  unicast: page('OPPO Push: Single and batch send', `${docs}11238`),
  receipts: page('OPPO Push: Receipts', `${docs}11239`),
  categories: page('OPPO Push: New message classification', `${docs}13189`),
  quotas: page(
    'OPPO Push: Quotas, as Tencent gives them',
    'https://intl.cloud.tencent.com/document/product/1024/35829',
  ),
  rates: page('OPPO Push: Rates, as Tencent gives them', 'https://intl.cloud.tencent.com/document/product/1024/35247'),
  sdk: page('opush-server-sdk 1.0.4: public classes', `${docs}11234`),
  clients: page('modood/pushapi: OPPO client', 'https://github.com/modood/pushapi'),
  tencentOppo: page('Tencent: OPPO channel', 'https://intl.cloud.tencent.com/document/product/1024/37176'),
  tencentPush: page('Tencent: OfflinePushInfo', 'https://cloud.tencent.com/document/product/269/133879'),
  tencentTemplates: page('Tencent: OPPO templates', 'https://cloud.tencent.com/document/product/269/121188'),
  tencentAndroid: page('Tencent: Android offline push', 'https://www.tencentcloud.com/document/product/1047/34344'),
} as const satisfies Record<string, Source>;
