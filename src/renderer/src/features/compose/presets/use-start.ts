import type { LibraryEntry } from '../../../../../shared/contract/index.ts';
import { useStores } from '../../../stores/index.ts';
import { useEntries } from './use-entries.ts';

/** Takes up a preset or puts a scenario on the stage. What stood in the form can be brought back. */
export const useStart = (): ((entry: LibraryEntry) => void) => {
  const { compose, presets } = useStores();
  const entries = useEntries();
  return (entry) => {
    const { content, source, file, revision } = entry;
    presets.showPicker(false);
    if (content.kind === 'scenario') {
      presets.stage(content, 0, source === 'own' ? { file, revision } : null);
      compose.setMode('scenario');
      return;
    }
    compose.setMode('message');
    compose.startFrom(content.message);
    void presets.start(entry, content.world, entries());
  };
};
