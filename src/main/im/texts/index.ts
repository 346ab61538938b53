import type { FullLocale } from '../../../shared/contract/common.ts';
import type { Catalogue } from '../../../shared/kit/text.ts';
import restEn from '../rest/texts/en.json' with { type: 'json' };
import restZhCN from '../rest/texts/zh-CN.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export const imTexts: Readonly<Record<FullLocale, Catalogue>> = {
  en: { ...en, ...restEn },
  'zh-CN': { ...zhCN, ...restZhCN },
};
