import { Plus } from 'lucide-react';
import { memo } from 'react';
import { flushSync } from 'react-dom';
import type { MessageElement } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { focusField } from '../focus-field.ts';
import {
  addElement,
  elementKinds,
  emptyElement,
  maxElements,
  moveElement,
  removeElement,
  setElement,
  type ElementKind,
  type MessageDraft,
} from '../model/message-draft.ts';
import { ElementRow, elementIcons } from './element-row.tsx';
import { Section } from './section.tsx';
import css from './form.module.css';

/** What the message is made of. The push text is built from all of it, in this order. */
export const Elements = memo(function Elements(props: {
  readonly elements: readonly MessageElement[];
  readonly keys: MessageDraft['keys'];
}) {
  const { elements, keys } = props;
  const { t } = useWords();
  const { compose, ui } = useStores();
  const nameOf = (kind: ElementKind) => t(`compose.element.${kind}`);
  const move = (index: number, by: -1 | 1) => {
    const before = compose.getState().draft;
    const element = elements[index];
    compose.edit((draft) => moveElement(draft, index, by));
    if (!element || compose.getState().draft === before) return;
    ui.say(t('compose.element.moved', { kind: nameOf(element.kind), n: index + by + 1, count: elements.length }));
  };
  const remove = (index: number) => {
    flushSync(() => compose.edit((one) => removeElement(one, index)));
    focusField('elements.add');
  };
  return (
    <Section
      title={t('compose.elements')}
      term="MsgBody"
      action={
        <Menu
          trigger={
            <Button
              look="quiet"
              small
              icon={<Plus />}
              data-field="elements.add"
              disabled={elements.length >= maxElements}
            >
              {t('compose.elements.add')}
            </Button>
          }
          entries={elementKinds.map((kind) => {
            const Icon = elementIcons[kind];
            return {
              id: kind,
              label: nameOf(kind),
              icon: <Icon aria-hidden />,
              onSelect: () => compose.edit((one) => addElement(one, emptyElement(kind))),
            };
          })}
        />
      }
    >
      {elements.length === 0 ? (
        <p className={css['about']}>{t('compose.elements.none')}</p>
      ) : (
        <ol className={css['elements']} aria-label={t('compose.elements')}>
          {elements.map((element, index) => (
            <ElementRow
              key={keys[index]}
              element={element}
              index={index}
              count={elements.length}
              onChange={(changed) => compose.edit((one) => setElement(one, index, changed))}
              onMove={(by) => move(index, by)}
              onRemove={() => remove(index)}
            />
          ))}
        </ol>
      )}
    </Section>
  );
});
