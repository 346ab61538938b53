import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url: string): Source => ({ title, url, checked: '2026-11-21' });
const docs = 'https://developer.huawei.com/consumer/en/doc';
const github = 'https://github.com';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  send: page(
    'Push Kit: sending downlink messages (REST API)',
    `${docs}/HMSCore-References/https-send-api-0000001050986197`,
  ),
  oauth: page('Open platform OAuth: client credentials', `${docs}/HMSCore-Guides/open-platform-oauth-0000001053629189`),
  jwt: page('Generating an authentication token from a service account', `${docs}/harmonyos-guides/push-jwt-token`),
  sceneRequest: page(
    'Scenario-based messages: request structure',
    `${docs}/harmonyos-references/push-scenariozed-api-request-struct`,
  ),
  sceneFields: page(
    'Scenario-based messages: request parameters',
    `${docs}/harmonyos-references/push-scenariozed-api-request-param`,
  ),
  sceneAnswer: page(
    'Scenario-based messages: response parameters',
    `${docs}/harmonyos-references/push-scenariozed-api-response`,
  ),
  errors: page('Push Kit: common error codes', `${docs}/HMSCore-References/commonerror-0000001059816656`),
  receipts: page('Push Kit: message receipt', `${docs}/HMSCore-Guides/msg-receipt-guide-0000001050040176`),
  classes: page('Push Kit: message classification', `${docs}/HMSCore-Guides/message-classification-0000001149358835`),
  click: page(
    'Push Kit: customizing actions to be triggered upon message tapping',
    `${docs}/HMSCore-Guides/andorid-basic-clickaction-0000001087554076`,
  ),
  frequency: page('Push Kit: message push frequency control', `${docs}/harmonyos-guides/push-msg-freq-control`),
  javaDemo: page('HMS-Core/hms-push-serverdemo-java', `${github}/HMS-Core/hms-push-serverdemo-java`),
  nodeDemo: page('HMS-Core/hms-push-serverdemo-nodejs', `${github}/HMS-Core/hms-push-serverdemo-nodejs`),
  goClient: page('appleboy/go-hms-push', `${github}/appleboy/go-hms-push`),
  clientDemo: page('HMS-Core/hms-push-clientdemo-android', `${github}/HMS-Core/hms-push-clientdemo-android`),
  forum: page('Six frequent answer codes of Huawei Push', 'https://segmentfault.com/a/1190000042188975'),
  tencentPush: page(
    'Tencent Cloud IM: offline push parameters',
    'https://cloud.tencent.com/document/product/269/130977',
  ),
  tencentLengths: page(
    'Tencent Cloud IM: REST API, push fields',
    'https://www.tencentcloud.com/document/product/1047/33527',
  ),
} as const satisfies Record<string, Source>;
