import { useState } from 'react';
import type { CallFailure } from '../../../client/errors.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { changedFields, type Problems } from '../model/draft.ts';
import { useCall } from './use-call.ts';
import { useSaveKey } from './use-save-key.ts';

interface EditorOptions<T extends object> {
  /** What is stored, or what a new entry begins with. It may change while somebody edits; untouched fields follow it. */
  readonly stored: T;
  readonly isNew: boolean;
  /** What the entry is called in the line that is said after saving. */
  readonly name: (value: T) => string;
  readonly problems: (value: T) => Problems<T>;
  /** Sends what changed, or creates the entry. What it throws is shown, and nothing typed is lost. */
  readonly save: (value: T, changed: Partial<T>) => Promise<void>;
}

export interface Editor<T extends object> {
  readonly value: T;
  readonly set: (patch: Partial<T>) => void;
  readonly isNew: boolean;
  readonly isDirty: boolean;
  readonly isSaving: boolean;
  readonly failure: CallFailure | null;
  /** The words for what is wrong with a field; undefined when nothing is, or when it is too early to say. */
  readonly errorOf: (field: keyof T) => string | undefined;
  /** True when it was saved, or there was nothing to save. */
  readonly save: () => Promise<boolean>;
  readonly discard: () => void;
}

/** The field a failed call is about, for calls that name one. */
const failedField = (failure: CallFailure | null): unknown =>
  failure?.code === 'workspace.duplicate' ? failure.details['field'] : undefined;

/** Errors stand in the page after the next rendering. */
const focusFirstError = () =>
  requestAnimationFrame(() => document.querySelector<HTMLElement>('[data-editor] [aria-invalid="true"]')?.focus());

/** One entry being edited: edits over what is stored, saved only when asked. Ctrl or ⌘ with S saves. */
export const useEditor = <T extends object>(options: EditorOptions<T>): Editor<T> => {
  const { stored, isNew } = options;
  const { t } = useWords();
  const { ui } = useStores();
  const [edits, setEdits] = useState<Partial<T>>({});
  const [hasTried, setHasTried] = useState(false);
  const call = useCall();

  const value: T = { ...stored, ...edits };
  const changed = changedFields(stored, edits);
  const isDirty = Object.keys(changed).length > 0;
  const problems = options.problems(value);

  const discard = () => {
    setEdits({});
    setHasTried(false);
    call.forget();
  };
  const save = async (): Promise<boolean> => {
    if (call.isBusy) return false;
    if (!isDirty && !isNew) return true;
    setHasTried(true);
    if (Object.keys(problems).length > 0) {
      ui.say(t('credentials.notSaved'));
      focusFirstError();
      return false;
    }
    if (!(await call.run(() => options.save(value, changed)))) return false;
    discard();
    ui.say(t('credentials.saved', { name: options.name(value) }));
    return true;
  };
  useSaveKey(() => void save());

  return {
    value,
    set: (patch) => {
      call.forget();
      setEdits((before) => ({ ...before, ...patch }));
    },
    isNew,
    isDirty,
    isSaving: call.isBusy,
    failure: call.failure,
    errorOf: (field) => {
      const problem = problems[field];
      if (problem && (hasTried || !problem.isMissing)) return t(problem.id, problem.params);
      return failedField(call.failure) === field ? t('error.workspace.duplicate.fix') : undefined;
    },
    save,
    discard,
  };
};
