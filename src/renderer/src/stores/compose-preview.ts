import type { StoreApi } from 'zustand/vanilla';
import type { Client, Message, Preview, PreviewChanges, Variables } from '../../../shared/contract/index.ts';
import { withChanges } from '../../../shared/kit/changes.ts';
import { asCallFailure } from '../client/errors.ts';
import { shareEqual } from '../features/compose/model/share.ts';
import type { ComposeState } from './compose-store.ts';
import { inTurn } from './in-order.ts';

/** A preview that another call brings along. */
export interface PreviewAlong {
  /** What the call has to say of it. */
  readonly question: { readonly variables: Variables; readonly since: string | null };
  /** Shows it with what else the call led to, in one step; nothing of it where a newer preview is there. */
  readonly shown: (changes: PreviewChanges, of: Message) => Partial<ComposeState>;
}

/** Asks for what is different from the newest answer: of all that is decided and drafted a letter changes very little. */
export const livePreview = (client: Client, { getState, setState }: StoreApi<ComposeState>) => {
  const next = inTurn();
  let newest: { readonly id: string; readonly preview: Preview } | null = null;
  /** Of the newest question. Null: nobody has asked, so nobody looks. */
  let variables: Variables | null = null;

  const begin = () => {
    const mayShow = next();
    // Another answer may arrive before this one; the changes are those of the one that was named.
    const before = newest;
    const shown = ({ id, whole, changes }: PreviewChanges, previewOf: Message): Partial<ComposeState> => {
      // The core made either from this type.
      const preview = (whole ?? withChanges(before?.preview, changes)) as Preview;
      newest = { id, preview };
      return mayShow() ? { preview: shareEqual(getState().preview, preview), previewOf, failure: null } : {};
    };
    return { since: before?.id ?? null, mayShow, shown };
  };

  return {
    preview: async (message: Message, asked: Variables = {}): Promise<void> => {
      variables = asked;
      const { since, mayShow, shown } = begin();
      try {
        setState(shown(await client.compose.previewChanges({ message, variables, since }), message));
      } catch (error) {
        if (mayShow()) setState({ failure: asCallFailure(error) });
      }
    },
    /** For a call that reads a message and can preview it at once. Null while no previews are shown. */
    along: (): PreviewAlong | null => {
      if (!variables || getState().mode !== 'message') return null;
      const { since, shown } = begin();
      return { question: { variables, since }, shown };
    },
  };
};
