import { faqRows, type FaqRow } from '../src/renderer/src/features/compose/why/faq.ts';
import texts from '../src/renderer/src/features/compose/texts/en.json' with { type: 'json' };

/** Rows of the FAQ that nothing Pushscope knows of a message, phone or credential can point to, and why. */
export const unmatchedRows: readonly { readonly number: number; readonly symptom: string; readonly why: string }[] = [
  {
    number: 43,
    symptom: 'The SDK runs in more than one process of the app.',
    why: 'neither the message nor the phone says how many processes an app has',
  },
  {
    number: 46,
    symptom: 'A recalled message stays in the tray.',
    why: 'a recall is no message that is decided, and no document says what old SDKs did',
  },
];
/** Rows of Tencent's list of symptoms. */
export const faqCount = 46;

const words: Readonly<Record<string, string>> = texts;
/** Number, symptom and when it is shown, in the order of their numbers. */
export const faqTable = (): readonly (readonly [number, string, string])[] =>
  [
    ...faqRows.map(({ number, id, when }: FaqRow) => {
      const shown = when.map((line) => line.map((fact) => `\`${fact}\``).join(' and ')).join(', or ');
      return [number, words[`compose.faq.${id}.symptom`] ?? id, shown] as const;
    }),
    ...unmatchedRows.map(({ number, symptom, why }) => [number, symptom, `never: ${why}`] as const),
  ].toSorted(([a], [b]) => a - b);
