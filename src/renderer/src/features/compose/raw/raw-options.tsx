import type { OptionField, Problem } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Field, Select, TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { SwitchRow } from '../message/switch-row.tsx';
import css from './raw.module.css';

/** The fields beside the payload: headers for one vendor, address or flags for another. All may be left unset. */
export function RawOptions(props: {
  readonly fields: readonly OptionField[];
  readonly values: Readonly<Record<string, string>>;
  readonly problems: readonly Problem[];
  readonly onValue: (name: string, value: string) => void;
}) {
  const { fields, values, problems, onValue } = props;
  const { t, say } = useWords();
  const { compose } = useStores();
  const open = useFrom('compose', (state) => state.optionsOpen);
  const set = fields.filter((field) => (values[field.name] ?? '') !== '').length;
  const errorOf = (name: string) => {
    const problem = problems.find((one) => one.path === `option:${name}` && one.severity === 'error');
    return problem && say(problem.phrase);
  };
  return (
    <Fold
      title={t('compose.raw.options')}
      note={t('compose.raw.options.set', { n: set, all: fields.length })}
      control={{ open, onOpen: compose.showOptions }}
    >
      <div className={css['options']}>
        {fields.map((field) => (
          <OptionControl
            key={field.name}
            field={field}
            value={values[field.name] ?? ''}
            error={errorOf(field.name)}
            onValue={(value) => onValue(field.name, value)}
          />
        ))}
      </div>
    </Fold>
  );
}

function OptionControl(props: {
  readonly field: OptionField;
  readonly value: string;
  readonly error: string | undefined;
  readonly onValue: (value: string) => void;
}) {
  const { field, value, error, onValue } = props;
  const { t, say } = useWords();
  if (field.kind === 'switch') {
    return (
      <SwitchRow
        label={field.name}
        about={say(field.help)}
        on={value === 'true'}
        onChange={(on) => onValue(on ? 'true' : '')}
      />
    );
  }
  const choices = [
    { value: '', label: t('compose.notSet') },
    ...field.choices.map((one) => ({ value: one, label: one })),
  ];
  return (
    <Field label={field.name} hint={say(field.help)} error={error}>
      {(ids) =>
        field.kind === 'select' ? (
          <Select
            {...ids}
            data-field={`option.${field.name}`}
            value={value}
            // A value that came with a pasted request and is none of the choices is shown and kept.
            choices={choices.some((one) => one.value === value) ? choices : [...choices, { value, label: value }]}
            onChoose={onValue}
          />
        ) : (
          <TextInput
            {...ids}
            data-field={`option.${field.name}`}
            mono
            inputMode={field.kind === 'number' ? 'numeric' : undefined}
            value={value}
            placeholder={field.placeholder}
            onText={onValue}
          />
        )
      }
    </Field>
  );
}
