import {
  ArrowDown,
  ArrowUp,
  FileText,
  Forward,
  Image,
  MapPin,
  Mic,
  Puzzle,
  Smile,
  Type,
  Video,
  X,
  type LucideIcon,
} from 'lucide-react';
import type { MessageElement } from '../../../../../shared/contract/index.ts';
import { elementTables } from '../../../../../shared/rest/element-fields.ts';
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { TextArea } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { countSet, unknownNames, type Values } from '../model/field-values.ts';
import { emptyElement, type ElementKind } from '../model/message-draft.ts';
import { Resolved } from './resolved.tsx';
import { TableFields } from './table-fields.tsx';
import { Unknown } from './vendor-settings.tsx';
import css from './form.module.css';

export const elementIcons: Readonly<Record<ElementKind, LucideIcon>> = {
  text: Type,
  sound: Mic,
  file: FileText,
  image: Image,
  custom: Puzzle,
  location: MapPin,
  face: Smile,
  video: Video,
  relay: Forward,
};

interface ElementRowProps {
  readonly element: MessageElement;
  readonly index: number;
  readonly count: number;
  readonly onChange: (element: MessageElement) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

/** One element: what it is, its place among the others, its fields. */
export function ElementRow({ element, index, count, onChange, onMove, onRemove }: ElementRowProps) {
  const { t } = useWords();
  const kind = t(`compose.element.${element.kind}`);
  const Icon = elementIcons[element.kind];
  const named = { kind, n: index + 1 };
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- the keys come from the fields and buttons inside it
    <li
      className={css['element']}
      aria-label={t('compose.element.place', { ...named, count })}
      onKeyDown={(event) => {
        if (!event.altKey || (event.key !== 'ArrowUp' && event.key !== 'ArrowDown')) return;
        event.preventDefault();
        onMove(event.key === 'ArrowUp' ? -1 : 1);
      }}
    >
      <div className={css['elementHead']}>
        <Icon aria-hidden />
        <span className={css['elementKind']}>{kind}</span>
        {count > 1 && (
          <>
            <IconButton
              icon={<ArrowUp />}
              label={t('compose.element.up', named)}
              small
              aria-disabled={index === 0}
              aria-keyshortcuts="Alt+ArrowUp"
              onClick={() => onMove(-1)}
            />
            <IconButton
              icon={<ArrowDown />}
              label={t('compose.element.down', named)}
              small
              aria-disabled={index === count - 1}
              aria-keyshortcuts="Alt+ArrowDown"
              onClick={() => onMove(1)}
            />
          </>
        )}
        <IconButton icon={<X />} label={t('compose.element.remove', named)} small onClick={onRemove} />
      </div>
      <ElementFields element={element} index={index} onChange={onChange} />
    </li>
  );
}

function ElementFields({ element, index, onChange }: Pick<ElementRowProps, 'element' | 'index' | 'onChange'>) {
  const { t } = useWords();
  const field = `element.${index}`;
  if (element.kind === 'text') {
    return (
      <>
        <TextArea
          aria-label={t('compose.element.text.label')}
          data-field={field}
          value={element.text}
          placeholder={t('compose.element.text.placeholder')}
          onText={(text) => onChange({ ...element, text })}
        />
        <Resolved text={element.text} />
        <Unknown names={unknownNames({ ...element })} />
      </>
    );
  }
  return <OtherFields element={element} field={field} onChange={onChange} />;
}

/** How many fields of an element stand there without a fold: those that people look for. */
const shown: Readonly<Record<ElementKind, number>> = {
  text: 1,
  location: 3,
  face: 2,
  custom: 4,
  sound: 1,
  file: 1,
  image: 0,
  video: 0,
  relay: 1,
};

function OtherFields(props: {
  readonly element: MessageElement;
  readonly field: string;
  readonly onChange: (element: MessageElement) => void;
}) {
  const { element, field, onChange } = props;
  const { t } = useWords();
  const { type, fields } = elementTables[element.kind];
  const values = { ...element };
  const change = (next: Values) => onChange({ ...emptyElement(element.kind), ...next });
  const first = fields.slice(0, shown[element.kind]);
  const rest = fields.slice(shown[element.kind]);
  const set = countSet(values, rest);
  return (
    <div className={css['fields']}>
      {first.length > 0 && (
        <TableFields
          place={type}
          fields={first}
          values={values}
          focus={{ name: field, key: element.kind === 'custom' ? 'desc' : first[0]?.key }}
          onChange={change}
        />
      )}
      {rest.length > 0 && (
        <Fold title={t('compose.element.more')} note={set > 0 ? t('compose.set', { n: set }) : undefined}>
          <TableFields place={type} fields={rest} values={values} onChange={change} />
        </Fold>
      )}
      <Unknown names={unknownNames({ ...element })} />
    </div>
  );
}
