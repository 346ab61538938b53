import type { Source } from '../../../shared/contract/index.ts';

const page = (title: string, url?: string): Source => ({ title, ...(url ? { url } : {}), checked: '2026-11-21' });

/** The pages and public code that the rules of this folder rest on. */
export const sources = {
  api: page('MEIZUPUSH/PushAPI: README', 'https://github.com/MEIZUPUSH/PushAPI'),
  client: page('MEIZUPUSH/PushDemo: README', 'https://github.com/MEIZUPUSH/PushDemo'),
  nodeSdk: page('MEIZUPUSH/node-sdk: README', 'https://github.com/MEIZUPUSH/node-sdk'),
  publicQuota: page('Aliyun: vendor channel limits (Meizu, since 2025-05-07)'),
  tencentLimits: page(
    'Tencent TPNS: vendor channel limits',
    'https://intl.cloud.tencent.com/document/product/1024/35829',
  ),
  tencentGuide: page(
    'Tencent TPNS: vendor channel registration',
    'https://intl.cloud.tencent.com/document/product/1024/37006',
  ),
  assumption: page('No page found; a working assumption of Pushscope'),
} as const satisfies Record<string, Source>;
