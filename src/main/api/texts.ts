import type { Locale } from '../../shared/contract/common.ts';
import type { Catalogue } from '../../shared/kit/text.ts';
import { credentialTexts } from '../credentials/index.ts';
import { causeTexts } from '../flow/causes/index.ts';
import { gatewayTexts } from '../inbound/index.ts';
import { imTexts } from '../im/index.ts';
import { phoneTexts } from '../phones/index.ts';
import { presetTexts } from '../presets/index.ts';
import { recogniseTexts } from '../recognise/index.ts';
import type { Vendor } from '../vendors/vendor.ts';

/** Every text that comes from the core, in one flat catalogue. */
export const coreTexts = (vendors: readonly Vendor[], locale: Locale): Catalogue =>
  Object.assign(
    {},
    imTexts[locale],
    phoneTexts[locale],
    gatewayTexts[locale],
    credentialTexts[locale],
    recogniseTexts[locale],
    causeTexts[locale],
    presetTexts[locale],
    ...vendors.map((vendor) => vendor.texts[locale]),
  ) as Catalogue;
