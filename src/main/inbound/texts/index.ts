import type { FullLocale } from '../../../shared/contract/common.ts';
import type { Catalogue } from '../../../shared/kit/text.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export const gatewayTexts: Readonly<Record<FullLocale, Catalogue>> = { en, 'zh-CN': zhCN };
