import { useState } from 'react';
import type { Field as FieldSpec, Place } from '../../../../../shared/rest/field.ts';
import { aboutValue } from '../../../../../shared/rest/help.ts';
import { useWords } from '../../../i18n/index.ts';
import { Select, TextArea, TextInput } from '../../../ui/field.tsx';
import { parseJsonAs } from '../model/field-values.ts';
import { filled } from '../model/message-draft.ts';
import { ExtField } from './ext-field.tsx';
import { NumberField } from './number-field.tsx';
import { Resolved } from './resolved.tsx';
import { SwitchRow } from './switch-row.tsx';
import css from './fields.module.css';

interface ValueFieldProps {
  readonly ids: {
    readonly id: string;
    readonly 'aria-describedby': string | undefined;
    readonly 'aria-invalid': boolean;
  };
  readonly label: string;
  readonly place: Place;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly otherwise: string | undefined;
  readonly focusName: string | undefined;
  /** Undefined: the field is not set any more. */
  readonly onValue: (value: unknown) => void;
}

const rangeOf = ({ kind, range }: FieldSpec): { readonly min: number; readonly max: number } => {
  if (range) return { min: range[0], max: range[1] };
  return kind === 'count' ? { min: 0, max: 4_294_967_295 } : { min: -2_147_483_648, max: 4_294_967_295 };
};

/** The control for one value, by its kind. */
export function ValueField(props: ValueFieldProps) {
  const { ids, label, spec, value, otherwise, focusName, onValue } = props;
  const { t } = useWords();
  const { kind } = spec;
  const { example } = spec;
  const isPlain = typeof example === 'string' || typeof example === 'number';
  const placeholder = otherwise ?? (isPlain ? t('compose.example', { example }) : t('compose.notSet'));
  if (kind === 'texts') return spec.values ? <KnownTexts {...props} /> : <Lines {...props} />;
  if (kind === 'object' || kind === 'array') return <JsonValue {...props} kind={kind} />;
  if (kind === 'flag' || kind === 'switch') return <FlagValue {...props} />;
  if (spec.choices ?? spec.values) return <ChoiceValue {...props} />;
  if (kind === 'text') {
    const text = typeof value === 'string' ? value : '';
    const onText = (next: string) => onValue(filled(next));
    if (spec.key.split('.').at(-1) === 'ext') {
      return <ExtField id={ids.id} label={label} value={text} placeholder={placeholder} onText={onText} />;
    }
    const Control = spec.long ? TextArea : TextInput;
    return (
      <>
        <Control
          {...ids}
          {...(spec.long ? { compact: true } : {})}
          data-field={focusName}
          value={text}
          placeholder={placeholder}
          onText={onText}
        />
        <Resolved text={text} />
      </>
    );
  }
  return (
    <NumberField
      id={ids.id}
      label={label}
      value={typeof value === 'number' ? value : undefined}
      range={kind === 'number' ? { min: -180, max: 180 } : rangeOf(spec)}
      decimal={kind === 'number'}
      placeholder={placeholder}
      onNumber={onValue}
    />
  );
}

/** Not set, 0 or 1: saying nothing and saying no are two things. */
function FlagValue({ ids, spec, value, onValue }: ValueFieldProps) {
  const { t } = useWords();
  const written = spec.kind === 'flag' ? ['0', '1'] : ['false', 'true'];
  const choices = [
    { value: '', label: t('compose.notSet') },
    { value: 'no', label: t('compose.flag.no', { written: written[0] ?? '' }) },
    { value: 'yes', label: t('compose.flag.yes', { written: written[1] ?? '' }) },
  ];
  return (
    <Select
      {...ids}
      value={value === undefined ? '' : value === true ? 'yes' : 'no'}
      choices={choices}
      onChoose={(chosen) => onValue(chosen === '' ? undefined : chosen === 'yes')}
    />
  );
}

/** One of the values that are known; another one that came along is shown and kept. */
function ChoiceValue({ ids, place, spec, value, otherwise, onValue }: ValueFieldProps) {
  const { t, say } = useWords();
  const known = spec.choices ?? spec.values ?? [];
  const current = typeof value === 'string' || typeof value === 'number' ? String(value) : '';
  const isKnown = current === '' || known.some((one) => String(one) === current);
  const choices = [
    { value: '', label: otherwise ?? t('compose.notSet') },
    ...known.map((one) => ({ value: String(one), label: `${one} · ${aboutValue(place, spec, one, say)}` })),
    ...(isKnown ? [] : [{ value: current, label: current }]),
  ];
  const isNumber = spec.kind !== 'text';
  return (
    <Select
      {...ids}
      value={current}
      choices={choices}
      onChoose={(chosen) => onValue(chosen === '' ? undefined : isNumber ? Number(chosen) : chosen)}
    />
  );
}

const textsOf = (value: unknown): readonly string[] =>
  Array.isArray(value) ? value.filter((one): one is string => typeof one === 'string') : [];

/** A list of names that are known: each on or off. Others stay in it. */
function KnownTexts({ place, spec, value, onValue }: ValueFieldProps) {
  const { say } = useWords();
  const texts = textsOf(value);
  const set = (name: string, on: boolean) => {
    const next = on ? [...texts, name] : texts.filter((one) => one !== name);
    onValue(next.length > 0 ? next : undefined);
  };
  const others = texts.filter((one) => spec.values?.includes(one) === false);
  return (
    <>
      {spec.values?.map((name) => (
        <SwitchRow
          key={name}
          label={aboutValue(place, spec, name, say)}
          about={String(name)}
          on={texts.includes(String(name))}
          onChange={(on) => set(String(name), on)}
        />
      ))}
      {others.map((name) => (
        <SwitchRow key={name} label={name} on onChange={(on) => set(name, on)} />
      ))}
    </>
  );
}

/** A list of texts, one a line. */
function Lines({ ids, value, onValue }: ValueFieldProps) {
  const { t } = useWords();
  const lines = textsOf(value);
  /** The lines as typed: an empty one is on its way to something. */
  const [typed, setTyped] = useState<string | null>(null);
  const same =
    typed !== null &&
    typed
      .split('\n')
      .filter((line) => line !== '')
      .join('\n') === lines.join('\n');
  return (
    <TextArea
      {...ids}
      compact
      value={same ? typed : lines.join('\n')}
      placeholder={t('compose.list.lines')}
      onText={(text) => {
        setTyped(text);
        const next = text.split('\n').filter((line) => line !== '');
        onValue(next.length > 0 ? next : undefined);
      }}
    />
  );
}

/** JSON of the API's own form. What cannot be read stays in the field; the message keeps the last that could. */
function JsonValue({ ids, value, kind, onValue }: ValueFieldProps & { readonly kind: 'object' | 'array' }) {
  const { t } = useWords();
  const printed = value === undefined ? '' : JSON.stringify(value, null, 2);
  const [typed, setTyped] = useState<{ readonly text: string; readonly of: string } | null>(null);
  // Somebody else changed the value since: what was typed is not about it.
  const text = typed?.of === printed ? typed.text : printed;
  const isBroken = parseJsonAs(text, kind) === null;
  const noteId = `${ids.id}-json`;
  return (
    <>
      <TextArea
        {...ids}
        mono
        compact
        aria-invalid={isBroken}
        aria-describedby={isBroken ? noteId : ids['aria-describedby']}
        value={text}
        placeholder={kind === 'object' ? '{ "key": "value" }' : '[ ]'}
        onText={(next) => {
          const read = parseJsonAs(next, kind);
          const of = read === null ? printed : read === undefined ? '' : JSON.stringify(read, null, 2);
          setTyped({ text: next, of });
          if (read !== null) onValue(read);
        }}
      />
      {isBroken && (
        <p id={noteId} className={css['error']}>
          {t(`compose.json.not-${kind}`)}
        </p>
      )}
    </>
  );
}
