import { Switch as RadixSwitch } from 'radix-ui';
import {
  useId,
  type InputHTMLAttributes,
  type ReactNode,
  type SelectHTMLAttributes,
  type TextareaHTMLAttributes,
} from 'react';
import { HelpTip, spokenHelp, useHelpKey, type FieldHelp } from './field-help.tsx';
import css from './field.module.css';

interface FieldProps {
  readonly label: string;
  /** Said under the control. */
  readonly hint?: ReactNode;
  /** What is wrong with the value, with what to do. Replaces the hint. */
  readonly error?: string | undefined;
  /** The label stands above instead of beside. */
  readonly stacked?: boolean;
  /** Shown over the label on hover, and on F1 in the control. */
  readonly help?: FieldHelp | undefined;
  readonly children: (ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  }) => ReactNode;
}

/** A labelled control with room for a hint and an error, and with help where there is some. */
export function Field({ label, hint, error, stacked = false, help, children }: FieldProps) {
  const id = useId();
  const key = useHelpKey();
  const noteId = `${id}-note`;
  const helpId = `${id}-help`;
  const note = error ?? hint;
  const described = [note === undefined ? '' : noteId, help ? helpId : ''].filter((one) => one !== '').join(' ');
  const shown = (
    <label htmlFor={id} className={css['label']} data-helped={help ? true : undefined}>
      {label}
    </label>
  );
  return (
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- the keys come from the control inside it
    <div
      className={css['field']}
      data-stacked={stacked || undefined}
      {...(help ? { onKeyDown: key.onKeyDown, onBlur: key.onBlur } : {})}
    >
      {help ? (
        <HelpTip help={help} open={key.open} onOpen={key.setOpen}>
          {shown}
        </HelpTip>
      ) : (
        shown
      )}
      <div className={css['control']}>
        {children({
          id,
          'aria-describedby': described === '' ? undefined : described,
          'aria-invalid': error !== undefined,
        })}
        {note !== undefined && (
          <div id={noteId} className={css['note']} data-error={error !== undefined || undefined}>
            {note}
          </div>
        )}
        {help && (
          <span id={helpId} hidden>
            {spokenHelp(help)}
          </span>
        )}
      </div>
    </div>
  );
}

type InputProps = Omit<InputHTMLAttributes<HTMLInputElement>, 'className' | 'onChange'> & {
  readonly onText: (text: string) => void;
  readonly mono?: boolean;
  /** Shown inside the frame, after the text. */
  readonly after?: ReactNode;
};

export function TextInput({ onText, mono = false, after, ...rest }: InputProps) {
  return (
    <span className={css['frame']} data-mono={mono || undefined}>
      <input
        spellCheck={false}
        autoComplete="off"
        {...rest}
        className={css['input']}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {after !== undefined && <span className={css['after']}>{after}</span>}
    </span>
  );
}

type AreaProps = Omit<TextareaHTMLAttributes<HTMLTextAreaElement>, 'className' | 'onChange'> & {
  readonly onText: (text: string) => void;
  readonly mono?: boolean;
  /** One line high while there is one line in it. */
  readonly compact?: boolean;
  /** High from the beginning: for long texts that are pasted. */
  readonly tall?: boolean;
  /** Shown inside the frame, after the text. */
  readonly after?: ReactNode;
};

/** Grows with its text up to a third of the window. */
export function TextArea({ onText, mono = false, compact = false, tall = false, after, ...rest }: AreaProps) {
  return (
    <span
      className={css['frame']}
      data-area
      data-mono={mono || undefined}
      data-compact={compact || undefined}
      data-tall={tall || undefined}
    >
      <textarea
        spellCheck={false}
        rows={compact ? 1 : 2}
        {...rest}
        className={css['input']}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {after !== undefined && <span className={css['after']}>{after}</span>}
    </span>
  );
}

type SelectProps<T extends string> = Omit<
  SelectHTMLAttributes<HTMLSelectElement>,
  'className' | 'onChange' | 'value'
> & {
  readonly value: T;
  readonly choices: readonly { readonly value: T; readonly label: string }[];
  readonly onChoose: (value: T) => void;
};

/** The system's own list: best for the keyboard and for screen readers. */
export function Select<T extends string>({ value, choices, onChoose, ...rest }: SelectProps<T>) {
  return (
    <span className={css['frame']} data-select>
      <select
        {...rest}
        className={css['input']}
        value={value}
        onChange={(event) => {
          const found = choices.find((choice) => choice.value === event.currentTarget.value);
          if (found) onChoose(found.value);
        }}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value}>
            {choice.label}
          </option>
        ))}
      </select>
    </span>
  );
}

/** On or off, at once. `label` is spoken when no visible label belongs to it. */
export function Switch(props: {
  readonly on: boolean;
  readonly onChange: (on: boolean) => void;
  readonly label?: string;
  readonly id?: string;
}) {
  return (
    <RadixSwitch.Root
      className={css['switch']}
      checked={props.on}
      onCheckedChange={props.onChange}
      aria-label={props.label}
      id={props.id}
    >
      <RadixSwitch.Thumb className={css['thumb']} />
    </RadixSwitch.Root>
  );
}
