import { useWords } from '../../../i18n/index.ts';
import { TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import type { AppForm } from '../model/app-form.ts';
import css from './app-editor.module.css';

interface ListProps {
  readonly editor: Editor<AppForm>;
}

function ErrorLine({ error }: { readonly error: string | undefined }) {
  if (error === undefined) return null;
  return (
    <p className={css['error']} role="alert">
      {error}
    </p>
  );
}

/** Android notification channels that the app has created. */
export function Channels({ editor }: ListProps) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const error = errorOf('channelIds');
  return (
    <Section title={t('credentials.channels')} about={t('credentials.channels.about')}>
      <div className={css['channels']}>
        <RowList
          label={t('credentials.channels')}
          rows={value.channelIds}
          onChange={(channelIds) => set({ channelIds: [...channelIds] })}
          blank=""
          addLabel={t('credentials.channels.add')}
          removeLabel={(id) => t('credentials.channels.remove', { id })}
          empty={t('credentials.channels.none')}
          render={(id, change, index) => (
            <TextInput
              aria-label={t('credentials.channels.id', { n: index + 1 })}
              aria-invalid={error !== undefined}
              mono
              value={id}
              onText={change}
            />
          )}
        />
      </div>
      <ErrorLine error={error} />
    </Section>
  );
}

/** Sound files inside the app: with a list, a sound that is not in it is noticed. */
export function Sounds({ editor: { value, set } }: ListProps) {
  const { t } = useWords();
  return (
    <Section title={t('credentials.sounds')} about={t('credentials.sounds.about')}>
      <div className={css['channels']}>
        <RowList
          label={t('credentials.sounds')}
          rows={value.soundFiles}
          onChange={(soundFiles) => set({ soundFiles: [...soundFiles] })}
          blank=""
          addLabel={t('credentials.sounds.add')}
          removeLabel={(file) => t('credentials.sounds.remove', { file })}
          empty={t('credentials.sounds.none')}
          render={(file, change, index) => (
            <TextInput
              aria-label={t('credentials.sounds.file', { n: index + 1 })}
              placeholder="ring.caf"
              mono
              value={file}
              onText={change}
            />
          )}
        />
      </div>
    </Section>
  );
}

/** Templates of the server, for PushTemplateId. */
export function Templates({ editor }: ListProps) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  return (
    <Section title={t('credentials.templates')} about={t('credentials.templates.about', { hole: '{{timSenderNick}}' })}>
      <div className={css['templates']}>
        <RowList
          label={t('credentials.templates')}
          rows={value.pushTemplates}
          onChange={(pushTemplates) => set({ pushTemplates: [...pushTemplates] })}
          blank={{ id: '', title: '', desc: '' }}
          addLabel={t('credentials.templates.add')}
          removeLabel={({ id }) => t('credentials.templates.remove', { id })}
          empty={t('credentials.templates.none')}
          render={(template, change, index) =>
            (['id', 'title', 'desc'] as const).map((field) => (
              <TextInput
                key={field}
                aria-label={t(`credentials.templates.${field}`, { n: index + 1 })}
                placeholder={t(`credentials.templates.${field}.placeholder`)}
                mono={field === 'id'}
                value={template[field]}
                onText={(text) => change({ ...template, [field]: text })}
              />
            ))
          }
        />
      </div>
      <ErrorLine error={errorOf('pushTemplates')} />
    </Section>
  );
}
