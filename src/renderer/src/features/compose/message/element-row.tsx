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
import { useWords } from '../../../i18n/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Field, TextArea, TextInput } from '../../../ui/field.tsx';
import { filled, type ElementKind } from '../model/message-draft.ts';
import { ExtField } from './ext-field.tsx';
import { NumberField } from './number-field.tsx';
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
const soundSeconds = { min: 0, max: 86_400 };

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
  switch (element.kind) {
    case 'text':
      return (
        <TextArea
          aria-label={t('compose.element.text.label')}
          data-field={field}
          value={element.text}
          placeholder={t('compose.element.text.placeholder')}
          onText={(text) => onChange({ ...element, text })}
        />
      );
    case 'sound':
      return (
        <NumberField
          label={t('compose.element.seconds')}
          value={element.seconds}
          range={soundSeconds}
          placeholder={t('compose.element.seconds')}
          after={t('compose.unit.seconds')}
          onNumber={(seconds) => onChange({ ...element, seconds })}
        />
      );
    case 'file':
      return (
        <TextInput
          aria-label={t('compose.element.fileName')}
          data-field={field}
          value={element.fileName ?? ''}
          placeholder={t('compose.element.fileName')}
          onText={(text) => onChange({ ...element, fileName: filled(text) })}
        />
      );
    case 'image':
      return <p className={css['about']}>{t('compose.element.image.about')}</p>;
    case 'custom':
      return <CustomFields element={element} field={field} onChange={onChange} />;
    default:
      return <p className={css['about']}>{t('compose.element.other.about')}</p>;
  }
}

type CustomElement = Extract<MessageElement, { kind: 'custom' }>;

/** TIMCustomElem. Its four fields keep the backend's own names. */
function CustomFields(props: {
  readonly element: CustomElement;
  readonly field: string;
  readonly onChange: (element: MessageElement) => void;
}) {
  const { element, field, onChange } = props;
  const { t } = useWords();
  return (
    <div className={css['fields']}>
      <Field label="Data" hint={t('compose.element.data.about')}>
        {(ids) => (
          <TextArea {...ids} mono compact value={element.data} onText={(data) => onChange({ ...element, data })} />
        )}
      </Field>
      <Field label="Desc">
        {(ids) => (
          <TextArea
            {...ids}
            compact
            data-field={field}
            value={element.desc}
            placeholder={t('compose.element.desc.placeholder')}
            onText={(desc) => onChange({ ...element, desc })}
          />
        )}
      </Field>
      <Field label="Ext">
        {({ id }) => (
          <ExtField
            id={id}
            label="Ext"
            value={element.ext}
            placeholder={t('compose.notSet')}
            onText={(ext) => onChange({ ...element, ext })}
          />
        )}
      </Field>
      <Field label="Sound">
        {(ids) => (
          <TextInput
            {...ids}
            mono
            value={element.sound}
            placeholder={t('compose.notSet')}
            onText={(sound) => onChange({ ...element, sound })}
          />
        )}
      </Field>
    </div>
  );
}
