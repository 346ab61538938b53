import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url: string): Source => ({ title, url, checked: '2026-11-21' });
const docs = 'https://developer.honor.com/cn/docs/11002';

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  intro: page('Honor Push: introduction', `${docs}/guides/introduction`),
  integrate: page('Honor Push: integration', `${docs}/guides/intergrate`),
  send: page('Honor Push: downlink message', `${docs}/reference/downlink-message`),
  codes: page('Honor Push: downlink response codes', `${docs}/reference/downlink-response-code`),
  hipush: page('cossim/hipush', 'https://github.com/cossim/hipush'),
  honorPush: page('zandala88/honor-push', 'https://github.com/zandala88/honor-push'),
  wildfire: page('wildfirechat/push_server', 'https://github.com/wildfirechat/push_server'),
  clientDemo: page(
    'HONORDevelopers/Honor-Push-Client-Demo',
    'https://github.com/HONORDevelopers/Honor-Push-Client-Demo-demo',
  ),
  article: page('Honor Push: server integration, an article', 'https://xie.infoq.cn/article/575b0e405029cfdd8652288fa'),
  tencentPush: page(
    'Tencent Cloud IM: offline push parameters',
    'https://cloud.tencent.com/document/product/269/130977',
  ),
  tencentLengths: page(
    'Tencent Cloud IM: REST API, push fields',
    'https://www.tencentcloud.com/document/product/1047/33527',
  ),
} as const satisfies Record<string, Source>;
