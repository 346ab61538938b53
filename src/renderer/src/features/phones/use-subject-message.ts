import { wordsIn } from '../compose/presets/file-words.ts';
import { useMemo, useState } from 'react';
import type { Message, TapMatrixInput, Variables } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';

/** The message in Compose, as it is written there. */
const composed = 'compose';
const noVariables: Variables = {};

export interface SubjectMessage {
  /** Null: there is none yet, or Compose holds a vendor's payload. */
  readonly message: Message | null;
  readonly variables: Variables;
  /** What the core is asked about; null while there is nothing. */
  readonly input: TapMatrixInput | null;
  readonly chosen: string;
  readonly choices: readonly { readonly id: string; readonly name: string | null }[];
  readonly choose: (id: string) => void;
}

/** The message that a view of the phones is about: the one in Compose, or a preset. A payload written in Compose counts as its message. */
export const useSubjectMessage = (): SubjectMessage => {
  const { locale } = useWords();
  const [chosen, choose] = useState(composed);
  const draft = useFrom('compose', (state) => state.draft?.message);
  const mode = useFrom('compose', (state) => state.mode);
  const raw = useFrom('compose', (state) => state.raws.find((one) => one.vendor === state.rawVendor));
  const own = useFrom('presets', (state) => state.variables);
  const library = useFrom('presets', (state) => state.library);
  const preset = library?.entries.find((entry) => entry.id === chosen)?.content;
  const isRaw = preset === undefined && mode === 'raw';
  const message = preset?.message ?? (isRaw ? null : (draft ?? null));
  const variables = preset ? (preset.variables ?? noVariables) : own;
  const input = useMemo((): TapMatrixInput | null => {
    if (isRaw && raw)
      return { kind: 'draft', vendor: raw.vendor, draft: { payload: raw.payload, options: raw.options } };
    return message ? { kind: 'message', message, variables } : null;
  }, [isRaw, raw, message, variables]);
  const choices = useMemo(
    () => [
      { id: composed, name: null },
      ...(library?.entries ?? []).map(({ id, content }) => ({
        id,
        name: wordsIn(content.name, locale),
      })),
    ],
    [library, locale],
  );
  return { message, variables, input, chosen: preset ? chosen : composed, choices, choose };
};
