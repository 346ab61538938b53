import type { Locale } from '../../../shared/contract/common.ts';
import type { Catalogue } from '../../../shared/kit/text.ts';
import restEn from '../rest/texts/en.json' with { type: 'json' };
import restJa from '../rest/texts/ja.json' with { type: 'json' };
import restKo from '../rest/texts/ko.json' with { type: 'json' };
import restZhCN from '../rest/texts/zh-CN.json' with { type: 'json' };
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

/** The rules of the IM backend and the fields of its REST calls. */
export const imTexts: Readonly<Record<Locale, Catalogue>> = {
  en: { ...en, ...restEn },
  'zh-CN': { ...zhCN, ...restZhCN },
  ja: { ...ja, ...restJa },
  ko: { ...ko, ...restKo },
};
