import type { Tap } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Callback } from './callback.tsx';
import { Destination } from './destination.tsx';
import { Steps } from './steps.tsx';
import { Commands, IntentParts, Libraries, NavigationStack } from './tap-more.tsx';
import css from './inspector.module.css';

/** Everything there is to say about one tap: steps, destination, screens, Intent, callback, libraries, command lines. */
export function TapParts({ tap, isReal }: { readonly tap: Tap; readonly isReal: boolean }) {
  const { t } = useWords();
  const title = t(isReal ? 'phones.steps.title' : 'phones.steps.would');
  return (
    <>
      <div className={css['columns']}>
        <section className={css['section']} aria-label={title}>
          <header className={css['head']}>
            <h3>{title}</h3>
          </header>
          <Steps tap={tap} />
        </section>
        <div>
          <Destination tap={tap} />
          <NavigationStack tap={tap} />
          <Callback tap={tap} />
        </div>
      </div>
      {tap.intent && <IntentParts intent={tap.intent} />}
      <Commands tap={tap} />
      <Libraries tap={tap} />
    </>
  );
}
