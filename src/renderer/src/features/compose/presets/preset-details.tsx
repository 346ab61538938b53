import type { BrokenFile, LibraryEntry, Locale } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { wordsIn } from './file-words.ts';
import { OwnFileActions } from './own-file-actions.tsx';
import { sayChange } from './say-change.ts';
import { planWorld } from './world.ts';
import css from './picker.module.css';

/** What the chosen entry of the list shows, what it does to the workspace, and what can be done with it. */
export function PresetDetails(props: {
  readonly entry: LibraryEntry | undefined;
  readonly broken: BrokenFile | undefined;
  readonly onStart: (entry: LibraryEntry) => void;
  readonly locale: Locale;
}) {
  const { entry, broken, onStart, locale } = props;
  const { t, say } = useWords();
  return (
    <section className={css['details']} aria-label={t('compose.presets.details')} aria-live="polite">
      {broken && (
        <>
          <h3 className={css['detailsTitle']}>{t('compose.presets.broken.place', { ...placeOf(broken) })}</h3>
          <p>{say(broken.reason)}</p>
          <p className={css['quiet']}>{t('compose.presets.broken.about')}</p>
        </>
      )}
      {entry && (
        <>
          <h3 className={css['detailsTitle']}>{wordsIn(entry.content.name, locale)}</h3>
          <p>{wordsIn(entry.content.about, locale)}</p>
          <EntryFacts entry={entry} />
          <div className={css['detailsActions']}>
            <Button look="primary" small onClick={() => onStart(entry)}>
              {t(entry.content.kind === 'scenario' ? 'compose.presets.openScenario' : 'compose.presets.use')}
            </Button>
            {entry.source === 'own' && <OwnFileActions entry={entry} />}
          </div>
        </>
      )}
    </section>
  );
}

const placeOf = ({ file, line, column }: BrokenFile) => ({ file, line, column });

function EntryFacts({ entry: { content, file } }: { readonly entry: LibraryEntry }) {
  const words = useWords();
  const { t, say } = words;
  const devices = useFrom('workspace', (state) => state.devices);
  const accounts = useFrom('workspace', (state) => state.accounts);
  const groups = useFrom('workspace', (state) => state.groups);
  const plan = planWorld((content.kind === 'preset' && content.world) || {}, { devices, accounts, groups });
  const lines = [...plan.changes.map((change) => sayChange(words, change)), ...plan.missing.map((one) => say(one))];
  const variables = Object.entries(content.variables);
  return (
    <>
      {lines.length > 0 && (
        <div className={css['facts']}>
          <h4>{t('compose.presets.world')}</h4>
          <ul>
            {lines.map((line) => (
              <li key={line}>{line}</li>
            ))}
          </ul>
          <p className={css['quiet']}>{t('compose.presets.world.about')}</p>
        </div>
      )}
      {variables.length > 0 && (
        <div className={css['facts']}>
          <h4>{t('compose.presets.variables')}</h4>
          <ul>
            {variables.map(([name, value]) => (
              <li key={name}>
                <code>{`{{${name}}}`}</code> {value}
              </li>
            ))}
          </ul>
        </div>
      )}
      <p className={css['quiet']}>
        {content.kind === 'scenario' && `${t('compose.presets.steps', { n: content.steps.length })} · `}
        {t('compose.presets.file')} <code>{file}</code>
      </p>
    </>
  );
}
