import { useWords } from '../../../i18n/index.ts';
import { Select, TextInput } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { blankAction } from '../model/app-actions.ts';
import type { AppForm } from '../model/app-form.ts';
import css from './app-editor.module.css';

const kinds = ['plain', 'destructive', 'text'] as const;
const texts = ['category', 'id', 'title'] as const;

/** iOS: the buttons that the app registers for each notification category; a push names the category. */
export function Actions({ editor }: { readonly editor: Editor<AppForm> }) {
  const { t } = useWords();
  const { value, set, errorOf } = editor;
  const error = errorOf('categories');
  return (
    <Section title={t('credentials.actions')} about={t('credentials.actions.about')}>
      <div className={css['actions']}>
        <RowList
          label={t('credentials.actions')}
          rows={value.categories}
          onChange={(categories) => set({ categories: [...categories] })}
          blank={{ ...blankAction, category: value.categories.at(-1)?.category ?? '' }}
          addLabel={t('credentials.actions.add')}
          removeLabel={({ title }) => t('credentials.actions.remove', { title })}
          empty={t('credentials.actions.none')}
          render={(row, change, index) => (
            <>
              {texts.map((field) => (
                <TextInput
                  key={field}
                  aria-label={t(`credentials.actions.${field}`, { n: index + 1 })}
                  aria-invalid={error !== undefined && row[field].trim() === ''}
                  placeholder={t(`credentials.actions.${field}.placeholder`)}
                  mono={field !== 'title'}
                  value={row[field]}
                  onText={(text) => change({ ...row, [field]: text })}
                />
              ))}
              <Select
                aria-label={t('credentials.actions.kind', { n: index + 1 })}
                value={row.kind}
                choices={kinds.map((kind) => ({ value: kind, label: t(`credentials.actions.kind.${kind}`) }))}
                onChoose={(kind) => change({ ...row, kind })}
              />
            </>
          )}
        />
      </div>
      {error !== undefined && (
        <p className={css['error']} role="alert">
          {error}
        </p>
      )}
    </Section>
  );
}
