import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { useCall } from '../editor/use-call.ts';
import { Section } from '../editor/section.tsx';
import { allDefaults, isChanged, switchGroups } from '../model/switch-groups.ts';
import { SwitchCard } from './switch-card.tsx';
import css from './switches.module.css';

/** Every rule that the documents leave open, with its readings. A choice is stored and in force at once. `at`: one to begin at. */
export function SwitchesPane({ at }: { readonly at: string }) {
  const { t } = useWords();
  const { switches: store, ui } = useStores();
  const switches = useFrom('switches', (state) => state.switches);
  const call = useCall();
  const [failedId, setFailedId] = useState('');
  const changed = switches.filter(isChanged);

  const choose = async (id: string, reading: string | null) => {
    setFailedId(id);
    if (!(await call.run(() => store.choose({ [id]: reading })))) return;
    const now = store.getState().switches.find((one) => one.id === id);
    ui.say(
      t('credentials.switch.said', { what: t(`im.switch.${id}.title`), reading: t(`im.switch.${id}.${now?.reading}`) }),
    );
  };
  const resetAll = async () => {
    setFailedId('');
    if (await call.run(() => store.choose(allDefaults(switches)))) ui.say(t('credentials.switches.reset.said'));
  };

  return (
    <Pane
      title={t('credentials.switches')}
      actions={
        changed.length > 0 && (
          <Button small disabled={call.isBusy} onClick={() => void resetAll()}>
            {t('credentials.switches.reset')}
          </Button>
        )
      }
    >
      <div className={css['page']}>
        <p className={css['about']}>{t('credentials.switches.about')}</p>
        {call.failure && failedId === '' && <FailureNote failure={call.failure} />}
        {switchGroups(switches).map((group) => (
          <Section
            key={group.id}
            title={t(`credentials.switches.${group.id}`)}
            about={t(`credentials.switches.${group.id}.about`)}
          >
            <ul className={css['cards']}>
              {group.switches.map((one) => (
                <SwitchCard
                  key={one.id}
                  rule={one}
                  isAsked={one.id === at}
                  failure={failedId === one.id ? call.failure : null}
                  onChoose={(reading) => void choose(one.id, reading)}
                />
              ))}
            </ul>
          </Section>
        ))}
      </div>
    </Pane>
  );
}
