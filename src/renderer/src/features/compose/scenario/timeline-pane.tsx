import { useWords } from '../../../i18n/index.ts';
import { useFrom } from '../../../stores/index.ts';
import { EmptyState, FailureNote } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { ModeSwitch } from '../mode-switch.tsx';
import { wordsIn } from '../presets/file-words.ts';
import { PresetButton } from '../presets/preset-button.tsx';
import { SaveButton } from '../presets/save-dialog.tsx';
import { WorldBar } from '../presets/world-bar.tsx';
import { AddStep } from './add-step.tsx';
import { ApplyButton, UseMessageButton } from './scenario-actions.tsx';
import { Timeline } from './timeline.tsx';
import { Transport } from './transport.tsx';
import { useOnStage } from './use-scenario.ts';
import css from './scenario.module.css';

/** The events in their order, and what moves through them. */
export function TimelinePane() {
  const { t, locale } = useWords();
  const failure = useFrom('presets', (state) => state.playFailure);
  const stage = useOnStage();
  return (
    <Pane
      title={t('compose.mode.scenario')}
      titleSpoken
      head={<ModeSwitch />}
      actions={<PresetButton />}
      fixed
      {...(stage && {
        foot: (
          <div className={css['foot']}>
            <ApplyButton stage={stage} />
            <UseMessageButton stage={stage} />
            <SaveButton />
          </div>
        ),
      })}
    >
      <WorldBar />
      {failure && <FailureNote failure={failure} />}
      {stage ? (
        <>
          <header className={css['about']}>
            <h3>{wordsIn(stage.scenario.name, locale)}</h3>
            <p>{wordsIn(stage.scenario.about, locale)}</p>
          </header>
          <Transport stage={stage} />
          <div className={css['scroll']}>
            <Timeline stage={stage} />
            <AddStep stage={stage} />
          </div>
        </>
      ) : (
        <EmptyState title={t('compose.scenario.empty')} actions={<PresetButton />}>
          {t('compose.scenario.empty.text')}
        </EmptyState>
      )}
    </Pane>
  );
}
