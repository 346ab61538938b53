import type { VendorId } from '../../shared/contract/index.ts';
import { placeholders } from './element-text.ts';
import { duplicateWindowMs } from './gates/duplicate.ts';
import { gates } from './gates/index.ts';
import { longestTokenBytes } from './gates/recipient.ts';
import { vendorRuleNames, vendorSdkSince, vendorsOf } from './gates/vendor-rules.ts';
import { longestLifetimeSeconds } from './intent/index.ts';
import { textLimits } from './limits.ts';
import { refusalCodes } from './refusals.ts';
import { switchSpecs } from './switches.ts';
import { imTexts } from './texts/index.ts';
import { mostBatchTargets, mostGroupTargets } from './validate.ts';
import { sdkSince } from './version.ts';

/** A gate with every sentence it can say. */
export interface GateRules {
  readonly number: number;
  readonly id: string;
  readonly title: string;
  readonly predicted: boolean;
  readonly certainty: string;
  readonly source: { readonly title: string; readonly url?: string | undefined };
  readonly sentences: readonly { readonly name: string; readonly words: string }[];
}

const words = (id: string): string => imTexts.en[id] ?? id;

/** The engine's rules as data for the page of rules; nothing in it is written twice. */
export const rulesData = () => ({
  gates: gates.map(({ number, id, predicted, certainty, source }): GateRules => {
    const prefix = `im.gate.${id}.`;
    const names = Object.keys(imTexts.en).filter((key) => key.startsWith(prefix) && key !== `${prefix}title`);
    return {
      number,
      id,
      title: words(`${prefix}title`),
      predicted,
      certainty,
      source,
      sentences: names.map((key) => ({ name: key.slice(prefix.length), words: words(key) })),
    };
  }),
  switches: switchSpecs.map(({ id, readings, at, sources, conflict }) => ({
    id,
    title: words(`im.switch.${id}.title`),
    readings: readings.map((reading) => words(`im.switch.${id}.${reading}`)),
    at,
    sources,
    conflict,
  })),
  refusals: Object.entries(refusalCodes).map(([name, codes]) => ({
    name,
    ...codes,
    words: words(`im.gate.valid-message.${name}`),
  })),
  vendorRules: vendorRuleNames.map((name) => ({ name, words: words(`im.gate.vendor-rules.${name}`) })),
  notes: Object.keys(imTexts.en)
    .filter((key) => key.startsWith('im.note.') || key.startsWith('im.problem.'))
    .map((key) => ({ id: key, words: words(key) })),
  textLimits: Object.entries(textLimits) as [VendorId, (typeof textLimits)[VendorId]][],
  placeholders,
  sdkSince,
  vendorSdkSince,
  platforms: { ios: vendorsOf('ios'), android: vendorsOf('android'), harmony: vendorsOf('harmony') },
  numbers: {
    'The same MsgRandom counts as a repeat for (seconds)': duplicateWindowMs / 1000,
    'Longest and default lifetime of a message (seconds)': longestLifetimeSeconds,
    'Longest token (bytes)': longestTokenBytes,
    'Most recipients of batchsendmsg': mostBatchTargets,
    'Most named recipients of a group message': mostGroupTargets,
  },
});
