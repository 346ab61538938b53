import type { Locale } from '../../shared/contract/common.ts';
import type { Catalogue } from '../../shared/kit/text.ts';
import en from './texts/en.json' with { type: 'json' };
import ja from './texts/ja.json' with { type: 'json' };
import ko from './texts/ko.json' with { type: 'json' };
import zhCn from './texts/zh-CN.json' with { type: 'json' };

/** Words of this folder: findings, refusals, certificate kinds, and the errors of the `credential` and `secrets` domains. */
export const credentialTexts: Readonly<Record<Locale, Catalogue>> = { en, 'zh-CN': zhCn, ja, ko };
