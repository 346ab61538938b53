import { useState } from 'react';
import { Split } from '../../ui/pane.tsx';
import { DecisionPane } from './decision/decision-pane.tsx';
import { MessagePane } from './message/message-pane.tsx';
import { useFrom } from '../../stores/index.ts';
import { PhonesPane } from './phones/phones-pane.tsx';
import { ScenarioPlace } from './scenario/scenario-place.tsx';
import { useLiveAnswer } from './use-compose.ts';

/** Below this the phones show one at a time and the panes begin narrower. */
const narrowBelow = 1280;

/** The message, the decision, the phones: written left, answered in the middle, drawn right, all at once. Or a scenario. */
export function ComposePlace() {
  const mode = useFrom('compose', (state) => state.mode);
  const isBoth = useFrom('compose', (state) => state.mode === 'message' && state.view === 'both');
  const [narrow] = useState(() => window.innerWidth < narrowBelow);
  if (mode === 'scenario') return <ScenarioPlace />;
  return (
    <>
      <LiveAnswer />
      <Split
        key={isBoth ? 'both' : 'one'}
        id={isBoth ? 'compose-both' : 'compose'}
        panels={[
          {
            id: 'message',
            content: <MessagePane />,
            size: narrow ? '300px' : isBoth ? '640px' : '340px',
            min: '280px',
          },
          { id: 'decision', content: <DecisionPane />, min: '360px' },
          { id: 'phones', content: <PhonesPane />, size: narrow || isBoth ? '290px' : '564px', min: '240px' },
        ]}
      />
    </>
  );
}

/** Asks the core with every keystroke. A component of its own, so that the panes do not render again for the question. */
function LiveAnswer() {
  useLiveAnswer();
  return null;
}
