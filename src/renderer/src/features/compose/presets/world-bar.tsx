import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Banner, FailureNote } from '../../../ui/notes.tsx';
import { sayChange } from './say-change.ts';
import { useEntries } from './use-entries.ts';
import css from './presets.module.css';

/** What a preset or scenario changed in the workspace, with the way back; and what it wanted and did not find. */
export function WorldBar() {
  const words = useWords();
  const { presets } = useStores();
  const applied = useFrom('presets', (state) => state.applied);
  const missing = useFrom('presets', (state) => state.missing);
  const failure = useFrom('presets', (state) => state.failure);
  const entries = useEntries();
  const { t, say } = words;
  return (
    <>
      {failure && <FailureNote failure={failure} />}
      {applied.length > 0 && (
        <Banner
          tone="predicted"
          action={
            <span className={css['barActions']}>
              <Button small onClick={() => void presets.putBack(entries())}>
                {t('compose.world.putBack')}
              </Button>
              <Button small look="quiet" onClick={presets.forgetApplied}>
                {t('compose.world.keep')}
              </Button>
            </span>
          }
        >
          <p className={css['barTitle']}>{t('compose.world.applied')}</p>
          <ul className={css['barList']}>
            {applied.map((change) => (
              <li key={`${change.id} ${change.field} ${change.member ?? ''}`}>{sayChange(words, change)}</li>
            ))}
          </ul>
        </Banner>
      )}
      {missing.length > 0 && (
        <Banner tone="warning">
          <p className={css['barTitle']}>{t('compose.world.missing')}</p>
          <ul className={css['barList']}>
            {missing.map((phrase) => (
              <li key={JSON.stringify(phrase)}>{say(phrase)}</li>
            ))}
          </ul>
        </Banner>
      )}
    </>
  );
}
