import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { parseDecimal, parseWhole } from '../model/badge.ts';
import css from './form.module.css';

interface NumberFieldProps {
  readonly value: number | undefined;
  readonly range: { readonly min: number; readonly max: number };
  /** Undefined: the field was emptied. Not called while the text is no number of the range. */
  readonly onNumber: (value: number | undefined) => void;
  readonly needed?: boolean;
  /** Not only whole numbers. */
  readonly decimal?: boolean;
  readonly label: string;
  readonly id?: string;
  readonly placeholder?: string;
  readonly after?: string;
}

/** A whole number. What cannot be used stays in the field, with what would do; the message keeps its last good value. */
export function NumberField(props: NumberFieldProps) {
  const { value, range, onNumber, needed = false, decimal = false, label, id, placeholder, after } = props;
  const { t, locale } = useWords();
  /** The text as typed, and the value it led to or was typed over: with another value it is no longer about this one. */
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: number | undefined } | null>(null);
  const parse = decimal ? parseDecimal : parseWhole;
  const isUsable = (number: number | undefined | null): number is number | undefined =>
    number !== null && !(needed && number === undefined);
  const text = typed && Object.is(typed.of, value) ? typed.text : value === undefined ? '' : String(value);
  const error = isUsable(parse(text, range))
    ? undefined
    : t(decimal ? 'compose.number.decimal' : 'compose.number.range', {
        min: range.min.toLocaleString(locale),
        max: range.max.toLocaleString(locale),
      });
  const noteId = `${id ?? label}-range`;
  return (
    <div>
      <TextInput
        id={id}
        inputMode={decimal ? 'decimal' : 'numeric'}
        aria-label={label}
        aria-invalid={error !== undefined}
        aria-describedby={error === undefined ? undefined : noteId}
        placeholder={placeholder}
        after={after}
        value={text}
        onText={(next) => {
          const number = parse(next, range);
          setTyped({ text: next, of: isUsable(number) ? number : value });
          if (isUsable(number)) onNumber(number);
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
