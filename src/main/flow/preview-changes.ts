import { changesBetween } from '../../shared/kit/changes.ts';
import type { Preview, PreviewChanges } from '../../shared/contract/index.ts';

/** So many answers are kept to compare with: whoever types fast asks again before the last answers are there. */
const mostKept = 16;

/**
 * Answers with what is different from an earlier answer, by its id; whole where that one is not known (any more). With a letter
 * nearly nothing of an answer for nine phones changes, and checking, writing and reading all of it costs more than deciding it.
 */
export const createPreviewChanges = (newId: () => string) => {
  const kept = new Map<string, Preview>();
  return (preview: Preview, since: string | null): PreviewChanges => {
    const before = since === null ? undefined : kept.get(since);
    const id = newId();
    kept.set(id, preview);
    for (const oldest of [...kept.keys()].slice(0, -mostKept)) kept.delete(oldest);
    return before ? { id, whole: null, changes: changesBetween(before, preview) } : { id, whole: preview, changes: [] };
  };
};
