import { useMemo } from 'react';
import { useWords } from '../../i18n/index.ts';
import { useFrom } from '../../stores/index.ts';
import { groupEntries, type EntryGroup } from './model/entry-rows.ts';

/** Everything this place lists, as rows in their groups and in words. */
export const useEntries = (nowMs: number): readonly EntryGroup[] => {
  const { t, locale } = useWords();
  const credentials = useFrom('credentials', (state) => state.credentials);
  const workspace = useFrom('workspace', (state) => state);
  return useMemo(
    () => groupEntries({ ...workspace, credentials }, t, nowMs),
    // `t` is new at every rendering; the language says when its words are.
    // oxlint-disable-next-line react/exhaustive-deps -- see above
    [credentials, workspace, locale, nowMs],
  );
};
