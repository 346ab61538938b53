import { CircleCheck, CircleDashed, CircleX, type LucideIcon } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { App } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Section } from '../editor/section.tsx';
import { HelpDialog } from '../help/help-dialog.tsx';
import { setupSteps, type SetupStep } from '../model/setup-steps.ts';
import css from './setup-steps.module.css';

const icons: Readonly<Record<SetupStep['state'], LucideIcon>> = {
  passed: CircleCheck,
  failed: CircleX,
  open: CircleDashed,
};

/** How far the saved app is set up for offline push on iOS, step by step as Tencent's guide has it. */
export function SetupSteps({ app }: { readonly app: App }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const credentials = useFrom('credentials', (state) => state.credentials);
  const devices = useFrom('workspace', (state) => state.devices);
  const [isReading, setIsReading] = useState(false);
  const steps = useMemo(() => setupSteps(app, credentials, devices), [app, credentials, devices]);
  if (steps.length === 0) return null;
  return (
    <>
      <Section
        title={t('credentials.setup')}
        about={t('credentials.setup.about')}
        end={
          <Button small look="quiet" onClick={() => setIsReading(true)}>
            {t('credentials.help')}
          </Button>
        }
      >
        <ol className={css['steps']} aria-label={t('credentials.setup')}>
          {steps.map(({ id, state, phrase, at }, index) => {
            const Icon = icons[state];
            return (
              <li key={id} className={css['step']} data-state={state}>
                <Icon role="img" aria-label={t(`credentials.setup.state.${state}`)} />
                <div>
                  <p className={css['title']}>{`${index + 1}. ${t(`credentials.setup.${id}`)}`}</p>
                  <p className={css['sentence']}>{say(phrase)}</p>
                </div>
                {state !== 'passed' && (
                  <Button
                    small
                    aria-label={`${t('credentials.setup.open')}: ${t(`credentials.setup.${id}`)}`}
                    onClick={() => ui.choose('credentials', at)}
                  >
                    {t('credentials.setup.open')}
                  </Button>
                )}
              </li>
            );
          })}
        </ol>
      </Section>
      {isReading && <HelpDialog section="steps" onClose={() => setIsReading(false)} />}
    </>
  );
}
