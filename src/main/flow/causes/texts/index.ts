import type { Locale } from '../../../../shared/contract/common.ts';
import type { Catalogue } from '../../../../shared/kit/text.ts';
import en from './en.json' with { type: 'json' };
import ja from './ja.json' with { type: 'json' };
import ko from './ko.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export const causeTexts: Readonly<Record<Locale, Catalogue>> = { en, 'zh-CN': zhCN, ja, ko };
