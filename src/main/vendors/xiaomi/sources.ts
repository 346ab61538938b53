import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url: string): Source => ({ title, url, checked: '2026-11-21' });
const docs = 'https://dev.mi.com/xiaomihyperos/documentation/detail?pId=';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  api: page('Xiaomi: Push server API', `${docs}1559`),
  javaSdk: page('Xiaomi: Push server SDK for Java', `${docs}1558`),
  errorCodes: page('Xiaomi: Server error code reference', `${docs}1560`),
  classes: page('Xiaomi: Message classification', `${docs}1655`),
  limits: page('Xiaomi: Message quota and rate', `${docs}1656`),
  overseas: page('Xiaomi: Overseas access', `${docs}1696`),
  templates: page('Xiaomi: Templates of private messages', `${docs}2314`),
  sdkClasses: page('MiPush_SDK_Server 2.2.19: public classes', `${docs}1558`),
  clients: page('modood/pushapi: Xiaomi client', 'https://github.com/modood/pushapi'),
  tencentLimits: page('Tencent: Vendor limits', 'https://intl.cloud.tencent.com/document/product/1024/35829'),
  tencentErrors: page('Tencent: Push error codes', 'https://cloud.tencent.com/document/product/269/117847'),
  tencentPush: page('Tencent: OfflinePushInfo', 'https://cloud.tencent.com/document/product/269/133879'),
  tencentAndroid: page('Tencent: Android offline push', 'https://www.tencentcloud.com/document/product/1047/34339'),
  tencentNotice: page(
    'Tencent: Xiaomi withdraws custom clicks',
    'https://cloud.tencent.com/document/product/269/110427',
  ),
} as const satisfies Record<string, Source>;
