import { Split } from '../../../ui/pane.tsx';
import { MomentPane } from './moment-pane.tsx';
import { TimelinePane } from './timeline-pane.tsx';
import { usePlaying } from './use-scenario.ts';

/** A story of events left, what each moment means right. */
export function ScenarioPlace() {
  usePlaying();
  return (
    <Split
      id="scenario"
      panels={[
        { id: 'timeline', content: <TimelinePane />, size: '400px', min: '300px' },
        { id: 'moment', content: <MomentPane />, min: '420px' },
      ]}
    />
  );
}
