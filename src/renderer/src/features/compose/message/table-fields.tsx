import { useId, useMemo } from 'react';
import type { Field as FieldSpec, Place } from '../../../../../shared/rest/field.ts';
import { aboutField, factsOfField } from '../../../../../shared/rest/help.ts';
import { useWords } from '../../../i18n/index.ts';
import { Field } from '../../../ui/field.tsx';
import { isValues, valueOf, withRequired, withValue, type Values } from '../model/field-values.ts';
import { ListField } from './list-field.tsx';
import { ValueField } from './value-field.tsx';
import css from './fields.module.css';

interface TableFieldsProps {
  readonly place: Place;
  readonly fields: readonly FieldSpec[];
  readonly values: Values;
  readonly onChange: (values: Values) => void;
  /** What holds while a field is not set, by its key. */
  readonly otherwise?: Readonly<Record<string, string | undefined>>;
  /** The focus can be sent to the field with this key by this name. */
  readonly focus?: { readonly name: string; readonly key: string | undefined };
}

/** One control for each field of a table of the REST API, with what the API's own page says of it. */
export function TableFields({ place, fields, values, onChange, otherwise, focus }: TableFieldsProps) {
  return (
    <div className={css['fields']}>
      {fields.map((spec) => (
        <TableField
          key={spec.key}
          place={place}
          spec={spec}
          value={valueOf(values, spec.key)}
          otherwise={otherwise?.[spec.key]}
          focusName={spec.key === focus?.key ? focus.name : undefined}
          onValue={(value) => onChange(withValue(values, spec.key, value))}
        />
      ))}
    </div>
  );
}

/** The words of a field: what people call it, what it does, who reads it. */
export const useFieldWords = (place: Place, spec: FieldSpec) => {
  const { t, say } = useWords();
  const name = spec.key.split('.').at(-1) ?? spec.key;
  const help = useMemo(
    () => ({
      title: place === 'call' ? spec.json : `${place}.${spec.json}`,
      paragraphs: [aboutField(place, spec, say), factsOfField(place, spec, say)],
    }),
    [place, spec, say],
  );
  return { label: t(`compose.name.${name}`), help };
};

function TableField(props: {
  readonly place: Place;
  readonly spec: FieldSpec;
  readonly value: unknown;
  readonly otherwise: string | undefined;
  readonly focusName: string | undefined;
  readonly onValue: (value: unknown) => void;
}) {
  const { place, spec, value, otherwise, focusName, onValue } = props;
  const { label, help } = useFieldWords(place, spec);
  const { table, place: inside } = spec;
  if (table && inside && spec.kind === 'object') {
    return <NestedFields label={label} place={inside} fields={table} value={value} onValue={onValue} />;
  }
  if (table && inside) {
    return (
      <ListField
        label={label}
        help={help}
        fields={table}
        value={value}
        onValue={onValue}
        renderEntry={(values, onChange) => (
          <TableFields place={inside} fields={table} values={values} onChange={onChange} />
        )}
      />
    );
  }
  return (
    <Field label={label} help={help}>
      {(ids) => (
        <ValueField
          ids={ids}
          label={label}
          place={place}
          spec={spec}
          value={value}
          otherwise={otherwise}
          focusName={focusName}
          onValue={onValue}
        />
      )}
    </Field>
  );
}

/** An object inside: there while one of its fields is. */
function NestedFields(props: {
  readonly label: string;
  readonly place: Place;
  readonly fields: readonly FieldSpec[];
  readonly value: unknown;
  readonly onValue: (value: unknown) => void;
}) {
  const { label, place, fields, value, onValue } = props;
  const id = useId();
  const values = isValues(value) ? value : {};
  return (
    <div role="group" aria-labelledby={id} className={css['nested']}>
      <p id={id} className={css['nestedTitle']}>
        {label}
      </p>
      <TableFields
        place={place}
        fields={fields}
        values={values}
        onChange={(next) => {
          const isEmpty = Object.values(next).every((one) => one === '' || one === undefined);
          onValue(isEmpty ? undefined : withRequired(next, fields));
        }}
      />
    </div>
  );
}
