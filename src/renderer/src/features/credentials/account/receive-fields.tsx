import type { ReceiveOption } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Select } from '../../../ui/field.tsx';
import { RowList } from '../../../ui/row-list.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { Section } from '../editor/section.tsx';
import type { Editor } from '../editor/use-editor.ts';
import { ReceiveSelect } from '../editor/receive-select.tsx';
import { userChoices } from '../model/user-choices.ts';
import type { AccountForm } from '../model/people-forms.ts';
import css from './account-editor.module.css';

type Row = readonly [userId: string, option: ReceiveOption];

/** What this user does with one-to-one messages of others, whom it has blocked, and whether it may write itself. */
export function ReceiveFields({ editor }: { readonly editor: Editor<AccountForm> }) {
  const { t } = useWords();
  const { value, set } = editor;
  const accounts = useFrom('workspace', (state) => state.accounts);
  const others = accounts.filter(({ userId }) => userId !== value.userId);
  const rows: readonly Row[] = Object.entries(value.receiveOptions);
  const freeFor = (taken: readonly string[]) => others.find(({ userId }) => !taken.includes(userId))?.userId ?? null;
  const freeRow = freeFor(rows.map(([userId]) => userId));
  const full = t(others.length === 0 ? 'credentials.receive.nobody' : 'credentials.receive.all');
  return (
    <>
      <Section title={t('credentials.receive')} about={t('credentials.receive.about')}>
        <div className={css['rows']}>
          <RowList<Row>
            label={t('credentials.receive')}
            rows={rows}
            onChange={(next) => set({ receiveOptions: Object.fromEntries(next) })}
            blank={freeRow === null ? null : [freeRow, 2]}
            addLabel={t('credentials.receive.add')}
            removeLabel={([userId]) => t('credentials.receive.remove', { userId })}
            full={full}
            empty={t('credentials.receive.none')}
            render={([userId, option], change) => (
              <>
                <Select
                  aria-label={t('credentials.receive.sender')}
                  value={userId}
                  onChoose={(next) => change([next, option])}
                  choices={userChoices(
                    others,
                    userId,
                    rows.map(([one]) => one),
                  )}
                />
                <ReceiveSelect
                  label={t('credentials.receive.option', { userId })}
                  value={option}
                  onChoose={(next) => change([userId, next])}
                />
              </>
            )}
          />
        </div>
      </Section>
      <Section title={t('credentials.blocked')} about={t('credentials.blocked.about')}>
        <div className={css['rows']}>
          <RowList<string>
            label={t('credentials.blocked')}
            rows={value.blocked}
            onChange={(blocked) => set({ blocked: [...blocked] })}
            blank={freeFor(value.blocked)}
            addLabel={t('credentials.blocked.add')}
            removeLabel={(userId) => t('credentials.blocked.remove', { userId })}
            full={full}
            empty={t('credentials.blocked.none')}
            render={(userId, change) => (
              <Select
                aria-label={t('credentials.blocked.user')}
                value={userId}
                onChoose={change}
                choices={userChoices(others, userId, value.blocked)}
              />
            )}
          />
        </div>
        <ToggleRow
          label={t('credentials.field.muted')}
          hint={t('credentials.field.muted.hint')}
          on={value.muted}
          onChange={(muted) => set({ muted })}
        />
      </Section>
    </>
  );
}
