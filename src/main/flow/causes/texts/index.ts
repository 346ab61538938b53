import type { Texts } from '../../../../shared/kit/text.ts';
import en from './en.json' with { type: 'json' };
import zhCN from './zh-CN.json' with { type: 'json' };

export const causeTexts: Texts = { en, 'zh-CN': zhCN };
