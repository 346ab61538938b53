import { useRef } from 'react';
import { useFrom, useStores } from '../../stores/index.ts';
import { Split } from '../../ui/pane.tsx';
import { GatewayList } from './gateway-list.tsx';
import { GatewayPane } from './gateway-pane.tsx';

/** Below this width of the window the right pane begins narrower. Pixels. */
const narrowWindow = 1280;

/** The pretend vendors on this machine, and everything about the chosen one. */
export function GatewaysPlace() {
  const { ui } = useStores();
  const gateways = useFrom('gateways', (state) => state.gateways);
  const wanted = useFrom('ui', (state) => state.chosen.gateways);
  const right = useRef<HTMLDivElement>(null);
  const chosen = gateways.find((one) => one.vendor === wanted) ?? gateways[0];
  if (!chosen) return null;
  return (
    <Split
      id="gateways"
      panels={[
        {
          id: 'list',
          min: '420px',
          content: (
            <GatewayList
              chosen={chosen.vendor}
              onChoose={(vendor) => ui.choose('gateways', vendor)}
              onOpen={() => right.current?.querySelector<HTMLElement>('[role=tab][data-state=active]')?.focus()}
            />
          ),
        },
        {
          id: 'gateway',
          size: window.innerWidth < narrowWindow ? '480px' : '600px',
          min: '440px',
          content: (
            <div ref={right} style={{ height: '100%' }}>
              <GatewayPane key={chosen.vendor} gateway={chosen} />
            </div>
          ),
        },
      ]}
    />
  );
}
