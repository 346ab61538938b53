import { Plus } from 'lucide-react';
import { useCallback } from 'react';
import type { Device, Notification } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useShortcut } from '../../shortcuts/index.ts';
import { useFrom, useStores } from '../../stores/index.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/notes.tsx';
import { Split } from '../../ui/pane.tsx';
import { AllView } from './all/all-view.tsx';
import { DevicesPane } from './devices-pane.tsx';
import { useMedia } from './drawn/hooks.ts';
import { InspectorPane } from './inspector/inspector-pane.tsx';
import { useInspection } from './inspector/use-inspection.ts';
import { MatrixView } from './matrix/matrix-view.tsx';
import { PhonePane, type Read } from './phone-pane.tsx';
import { SheetView } from './sheet/sheet-view.tsx';
import { useAction } from './use-action.ts';
import { viewOf } from './view-switch.tsx';

/** The chosen phone with its inspector. */
function ChosenPhone({ devices, device }: { readonly devices: readonly Device[]; readonly device: Device }) {
  const { phones } = useStores();
  const action = useAction();
  const inspection = useInspection(device);
  const { subject, next, onSubject } = inspection;
  const { run } = action;
  const tap = useCallback(
    ({ id }: Notification) => {
      // What follows this touch is what the person wants to see, whatever was chosen before.
      onSubject('');
      run(() => phones.tap(id));
    },
    [onSubject, run, phones],
  );
  const isWide = useMedia('(min-width: 1400px)');
  const tapNext = () => {
    if (next) tap(next);
  };
  useShortcut('tap', tapNext);
  const read: Read | undefined = subject?.kind === 'next' ? subject.notification : next;
  return (
    <Split
      id="phones"
      panels={[
        {
          id: 'devices',
          size: '15%',
          min: '176px',
          max: '320px',
          content: <DevicesPane devices={devices} chosen={device} />,
        },
        {
          id: 'phone',
          size: isWide ? '464px' : '400px',
          min: '340px',
          content: (
            <PhonePane device={device} probe={subject?.notificationId} read={read} action={action} onTap={tap} />
          ),
        },
        {
          id: 'inspector',
          min: '380px',
          content: <InspectorPane device={device} inspection={inspection} action={action} onTap={tapNext} />,
        },
      ]}
    />
  );
}

/** Every simulated phone, what it shows, and what a touch does. */
export function PhonesPlace() {
  const { t } = useWords();
  const { ui } = useStores();
  const devices = useFrom('workspace', (state) => state.devices);
  const chosen = useFrom('ui', (state) => state.chosen.phones);
  const device = devices.find((one) => one.id === chosen) ?? devices[0];
  if (!device) {
    return (
      <EmptyState
        title={t('phones.empty.title')}
        actions={
          <Button look="primary" icon={<Plus />} onClick={() => ui.go('credentials', 'new:device')}>
            {t('phones.device.add')}
          </Button>
        }
      >
        {t('phones.empty.text')}
      </EmptyState>
    );
  }
  const view = viewOf(chosen);
  if (view === 'all') return <AllView />;
  if (view === 'matrix') return <MatrixView />;
  if (view === 'sheet') return <SheetView />;
  // What was looked at on one phone is of no matter on the next.
  return <ChosenPhone key={device.id} devices={devices} device={device} />;
}
