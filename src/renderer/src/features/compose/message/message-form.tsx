import { useFrom } from '../../../stores/index.ts';
import { callOf } from '../model/message-draft.ts';
import { Elements } from './elements.tsx';
import { LegacySection } from './legacy-section.tsx';
import { MoreParties } from './more-parties.tsx';
import { OptionsSection } from './options-section.tsx';
import { Parties } from './parties.tsx';
import { PartySettings } from './party-settings.tsx';
import { PushSection } from './push-section.tsx';
import { Unknown } from './vendor-settings.tsx';
import css from './form.module.css';

/** The message as a backend would send it. From, to and a text are enough. */
export function MessageForm() {
  const draft = useFrom('compose', (state) => state.draft);
  const version = useFrom('compose', (state) => state.draftVersion);
  if (!draft) return null;
  const { message } = draft;
  const { from, conversation, groupAt, client } = message;
  return (
    <div key={version} className={css['form']}>
      <Parties from={from} conversation={conversation} />
      <MoreParties from={from} client={client} conversation={conversation} groupAt={groupAt} />
      <Elements elements={message.elements} keys={draft.keys} />
      <PushSection push={message.offlinePush} />
      <LegacySection settings={message.legacyPush} />
      <PartySettings from={from} conversation={conversation} />
      <OptionsSection
        call={callOf(conversation)}
        options={message.options}
        onlineUserOnly={message.onlineUserOnly}
        lifetimeSeconds={message.lifetimeSeconds}
        isSystem={message.messageClass === 'system'}
        isFlagOff={message.offlinePush?.disabled ?? false}
      />
      <Unknown names={Object.keys(message.extra ?? {})} />
    </div>
  );
}
