import { useFrom } from '../../../stores/index.ts';
import { Elements } from './elements.tsx';
import { OptionsSection } from './options-section.tsx';
import { Parties } from './parties.tsx';
import { PushSection } from './push-section.tsx';
import css from './form.module.css';

/** The message as a backend would send it. From, to and a text are enough. */
export function MessageForm() {
  const draft = useFrom('compose', (state) => state.draft);
  const version = useFrom('compose', (state) => state.draftVersion);
  if (!draft) return null;
  const { offlinePush: push, onlineUserOnly, lifetimeSeconds, messageClass } = draft.message;
  return (
    <div key={version} className={css['form']}>
      <Parties from={draft.message.from} conversation={draft.message.conversation} />
      <Elements draft={draft} />
      <PushSection push={push} />
      <OptionsSection
        onlineUserOnly={onlineUserOnly}
        lifetimeSeconds={lifetimeSeconds}
        isSystem={messageClass === 'system'}
        isFlagOff={push?.disabled ?? false}
      />
    </div>
  );
}
