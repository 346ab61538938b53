import type { Message } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Field } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { patchMessage, patchPush } from '../model/message-draft.ts';
import { NumberField } from './number-field.tsx';
import { SwitchRow } from './switch-row.tsx';
import css from './form.module.css';

/** MsgLifeTime: up to seven days, which is also what an absent value means. */
const lifetime = { min: 0, max: 604_800 };

const setCount = (message: Message): number =>
  [
    message.onlineUserOnly,
    message.lifetimeSeconds !== undefined,
    message.messageClass === 'system',
    message.offlinePush?.disabled,
  ].filter(Boolean).length;

/** What makes the backend push or not push, beside the text. */
export function OptionsSection({ message }: { readonly message: Message }) {
  const { t } = useWords();
  const { compose } = useStores();
  const patch = (fields: Partial<Message>) => compose.edit((draft) => patchMessage(draft, fields));
  const set = setCount(message);
  return (
    <section className={css['section']} aria-label={t('compose.options')}>
      <Fold title={t('compose.options')} note={set > 0 ? t('compose.set', { n: set }) : undefined} startsOpen={set > 0}>
        <div className={css['fields']}>
          <SwitchRow
            label={t('compose.options.online')}
            about={t('compose.options.online.about')}
            on={message.onlineUserOnly}
            onChange={(onlineUserOnly) => patch({ onlineUserOnly })}
          />
          <Field label={t('compose.options.lifetime')} hint={t('compose.options.lifetime.about')}>
            {({ id }) => (
              <NumberField
                id={id}
                label={t('compose.options.lifetime')}
                value={message.lifetimeSeconds}
                range={lifetime}
                placeholder={String(lifetime.max)}
                after={t('compose.unit.seconds')}
                onNumber={(lifetimeSeconds) => patch({ lifetimeSeconds })}
              />
            )}
          </Field>
          <SwitchRow
            label={t('compose.options.system')}
            about={t('compose.options.system.about')}
            on={message.messageClass === 'system'}
            onChange={(on) => patch({ messageClass: on ? 'system' : 'chat' })}
          />
          <SwitchRow
            label={t('compose.options.flag')}
            about={t('compose.options.flag.about')}
            on={message.offlinePush?.disabled ?? false}
            onChange={(disabled) => compose.edit((draft) => patchPush(draft, { disabled }))}
          />
        </div>
      </Fold>
    </section>
  );
}
