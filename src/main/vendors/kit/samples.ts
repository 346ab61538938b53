/** What the tests of several vendor folders share beside the values of their own. Nothing but tests imports it. */
import type { Phrase } from '../../../shared/contract/index.ts';
import type { GatewayAnswer, GatewayInput, Vendor } from '../vendor.ts';
import type { JsonObject } from './json.ts';
import { fromBytes } from './text.ts';

/** A row of a vendor's error table that a request brings about: its code, and what the gateway answers to such a request. */
export type Refusal = readonly [
  code: string,
  ask: () => Pick<GatewayAnswer<unknown, unknown>, 'kind' | 'reply' | 'effects' | 'targets' | 'verdict'>,
];

/** Settings of a gateway of the production environment without limits of its own. */
export const gatewaySettings = (
  mode: GatewayInput<unknown, unknown>['settings']['mode'],
): GatewayInput<unknown, unknown>['settings'] => ({
  mode,
  environment: 'production',
  profile: 'apple',
  perTokenPerMinute: 0,
  idleSeconds: 0,
});

/** Ids of the form of random ones that count up, so that each is new and a test always meets the same. */
export const countedIds = (): (() => string) => {
  let ids = 0;
  return () => {
    ids += 1;
    return `6f1c0b5e-3b7e-4a64-9d0c-${ids.toString(16).padStart(12, '0')}`;
  };
};

/** The body of an answer as JSON. */
export const replyJson = (answer: { reply: { body: Uint8Array } }): JsonObject =>
  JSON.parse(fromBytes(answer.reply.body) ?? '') as JsonObject; // the tests compare it with what they expect

/** Throws when a phrase cannot be said in some language of these catalogues, or a hole of it stays empty. */
export const wordsIn =
  (vendor: () => Pick<Vendor, 'texts'>) =>
  (phrases: readonly Phrase[]): void => {
    for (const phrase of phrases) {
      for (const [locale, catalogue] of Object.entries(vendor().texts)) {
        const words = catalogue[phrase.id];
        if (!words) throw new Error(`${locale}: ${phrase.id}`);
        for (const [, hole = ''] of words.matchAll(/\{\{(\w+)\}\}/g)) {
          if (phrase.params?.[hole] === undefined) throw new Error(`${locale}: ${phrase.id} {{${hole}}}`);
        }
      }
    }
  };

/** Sizes of bounded maps that are not what they should be after many entries: at their limit, and at most 64 above. */
export const sizesOver = (maps: readonly { readonly size: number }[], limits: readonly number[]): number[] =>
  maps.map(({ size }) => size).filter((size, index) => size < (limits[index] ?? 0) || size > (limits[index] ?? 0) + 64);
