import { useId, type ReactNode } from 'react';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import css from './fields.module.css';

interface FieldWords {
  readonly label: string;
  readonly hint?: ReactNode;
  readonly error?: string | undefined;
}

/** A line of text under its label. `suggestions` are offered, anything else can be typed. */
export function TextField(
  props: FieldWords & {
    readonly value: string;
    readonly onText: (text: string) => void;
    readonly mono?: boolean;
    readonly placeholder?: string;
    readonly type?: 'text' | 'password' | 'datetime-local' | 'time';
    readonly inputMode?: 'numeric' | 'url';
    readonly suggestions?: readonly string[];
    readonly focused?: boolean;
  },
) {
  const { label, hint, error, suggestions, mono = false, focused = false, ...input } = props;
  const listId = useId();
  return (
    <Field label={label} hint={hint} error={error} stacked>
      {(ids) => (
        <>
          <TextInput
            {...ids}
            {...input}
            mono={mono}
            // A form that opens for typing starts in its first field.
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- see above
            autoFocus={focused}
            list={suggestions ? listId : undefined}
          />
          {suggestions && (
            <datalist id={listId}>
              {suggestions.map((text) => (
                <option key={text} value={text}>
                  {text}
                </option>
              ))}
            </datalist>
          )}
        </>
      )}
    </Field>
  );
}

/** One of a list under its label. */
export function ChoiceField<T extends string>(
  props: FieldWords & {
    readonly value: T;
    readonly choices: readonly { readonly value: T; readonly label: string }[];
    readonly onChoose: (value: T) => void;
  },
) {
  const { label, hint, error, ...select } = props;
  return (
    <Field label={label} hint={hint} error={error} stacked>
      {(ids) => <Select {...ids} {...select} />}
    </Field>
  );
}

/** One of few, all visible, under its label. */
export function SegmentField<T extends string>(
  props: FieldWords & {
    readonly value: T;
    readonly segments: readonly { readonly value: T; readonly label: string }[];
    readonly onChange: (value: T) => void;
  },
) {
  const { label, hint, error, ...segmented } = props;
  const note = error ?? hint;
  return (
    <div className={css['segments']}>
      <span className={css['label']}>{label}</span>
      <div>
        <Segmented label={label} {...segmented} />
      </div>
      {note !== undefined && (
        <p className={css['note']} data-error={error !== undefined || undefined}>
          {note}
        </p>
      )}
    </div>
  );
}
