import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import type { Names } from '../drawn/screens.ts';
import type { Result } from './result.ts';

/** People and groups by name. */
export const useNames = (): Names => ({
  accounts: useFrom('workspace', (state) => state.accounts),
  groups: useFrom('workspace', (state) => state.groups),
});

/** A result in words: «Chat with Denny». */
export const useResultWords = (): ((result: Result) => string) => {
  const { t } = useWords();
  return (result) => t(`phones.result.${result.kind}`, 'name' in result ? { name: result.name } : {});
};
