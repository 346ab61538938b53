/** What the tests of several vendor folders share beside the values of their own. Nothing but tests imports it. */
import type { Phrase, Problem } from '../../../shared/contract/index.ts';
import type {
  Capture,
  GatewayAnswer,
  GatewayInput,
  GatewayPart,
  GatewayRegistry,
  RecipeSample,
  SendTarget,
  Vendor,
} from '../vendor.ts';
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

/** What differs from the gateway that a test starts from. */
export interface DecideOptionsOf<M> {
  readonly mode?: 'known' | 'strict';
  readonly memory?: M;
  readonly atMs?: number;
  readonly registry?: GatewayRegistry;
}

/** Where a gateway stands before a test changes anything; without a mode in known mode, and without a memory empty. */
interface StartOf<M> extends Pick<DecideOptionsOf<M>, 'mode' | 'memory'> {
  readonly nowMs: number;
  readonly registry: GatewayRegistry;
  readonly newId?: () => string;
}

/** Runs a gateway on one request. What is returned throws when something the gateway says has no words. */
export const deciderOf = <M>(gateway: GatewayPart<null, M>, vendor: () => Pick<Vendor, 'texts'>, start: StartOf<M>) => {
  const newId = start.newId ?? countedIds();
  const mustHaveWords = wordsIn(vendor);
  return (capture: Capture, options: DecideOptionsOf<M> = {}): GatewayAnswer<null, M> => {
    const answer = gateway.decide({
      capture,
      connection: null,
      memory: options.memory ?? start.memory ?? gateway.newMemory(),
      registry: options.registry ?? start.registry,
      settings: gatewaySettings(options.mode ?? start.mode ?? 'known'),
      nowMs: options.atMs ?? start.nowMs,
      newId,
    });
    mustHaveWords([answer.verdict.why, ...answer.verdict.checks.map(({ phrase }) => phrase)]);
    return answer;
  };
};

/** Problems of a draft with this payload, which is text or becomes JSON. What is returned throws when one of them has no words. */
export const problemsIn =
  (vendor: () => Pick<Vendor, 'texts' | 'payload'>, target: SendTarget) =>
  (value: unknown, options: Record<string, string> = {}, to: SendTarget | null = target): Problem[] => {
    const payload = typeof value === 'string' ? value : JSON.stringify(value);
    const { problems } = vendor().payload.check({ payload, options }, to);
    wordsIn(vendor)(problems.flatMap(({ phrase, fix }) => (fix ? [phrase, fix] : [phrase])));
    return problems;
  };

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

/** Recipes for a workspace that has nothing of the vendor: they take all from their environment. */
export const noSample: RecipeSample = { token: null, appIdentifier: null, values: {}, keyFolder: null };
