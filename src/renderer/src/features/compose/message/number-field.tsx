import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { parseWhole } from '../model/badge.ts';
import css from './form.module.css';

interface NumberFieldProps {
  readonly value: number | undefined;
  readonly range: { readonly min: number; readonly max: number };
  /** Undefined: the field was emptied. Not called while the text is no number of the range. */
  readonly onNumber: (value: number | undefined) => void;
  readonly needed?: boolean;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly after?: string;
}

/** A whole number. What cannot be used stays in the field, with what would do; the message keeps its last good value. */
export function NumberField(props: NumberFieldProps) {
  const { value, range, onNumber, needed = false, label, id, placeholder, after } = props;
  const { t, locale } = useWords();
  /** The text as typed while it is no usable number. */
  const [unusable, setUnusable] = useState<string | null>(null);
  const error =
    unusable === null
      ? undefined
      : t('compose.number.range', { min: range.min.toLocaleString(locale), max: range.max.toLocaleString(locale) });
  const noteId = `${id ?? label}-range`;
  return (
    <div>
      <TextInput
        id={id}
        inputMode="numeric"
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : noteId}
        placeholder={placeholder}
        after={after}
        value={unusable ?? (value === undefined ? '' : String(value))}
        onText={(text) => {
          const number = parseWhole(text, range);
          const isUsable = number !== null && !(needed && number === undefined);
          setUnusable(isUsable ? null : text);
          if (isUsable) onNumber(number);
        }}
      />
      {error !== undefined && (
        <p id={noteId} className={css['error']}>
          {error}
        </p>
      )}
    </div>
  );
}
