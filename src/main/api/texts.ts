import type { Locale } from '../../shared/contract/common.ts';
import { wordsIn, type Catalogue, type Texts } from '../../shared/kit/text.ts';
import { credentialTexts } from '../credentials/index.ts';
import { causeTexts } from '../flow/causes/index.ts';
import { gatewayTexts } from '../inbound/index.ts';
import { imTexts } from '../im/index.ts';
import { phoneTexts } from '../phones/index.ts';
import { presetTexts } from '../presets/index.ts';
import { recogniseTexts } from '../recognise/index.ts';
import type { Vendor } from '../vendors/vendor.ts';

const own: readonly Texts[] = [
  imTexts,
  phoneTexts,
  gatewayTexts,
  credentialTexts,
  recogniseTexts,
  causeTexts,
  presetTexts,
];

/** Every text that comes from the core, in one flat catalogue. What a language does not have is there in English. */
export const coreTexts = (vendors: readonly Vendor[], locale: Locale): Catalogue =>
  Object.assign(
    {},
    ...[...own, ...vendors.map(({ texts }) => texts)].map((texts) => wordsIn(texts, locale)),
  ) as Catalogue;
