import { Plus } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Menu } from '../../../ui/menu.tsx';
import { addStep, maxSteps, newStep, stepEvents } from './steps.ts';
import type { OnStage } from './use-scenario.ts';
import css from './scenario.module.css';

/** Adds an event after the moment that is looked at, on the phone of that moment. */
export function AddStep({ stage: { scenario, at } }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { presets } = useStores();
  const current = scenario.steps[at - 1];
  const device = current && 'device' in current ? current.device : (scenario.devices[0]?.id ?? '');
  return (
    <div className={css['add']}>
      <Menu
        trigger={
          <Button small icon={<Plus />} disabled={scenario.steps.length >= maxSteps}>
            {t('compose.scenario.add')}
          </Button>
        }
        entries={stepEvents.map((event) => ({
          id: event,
          label: t(`compose.event.${event}`),
          onSelect: () => presets.stage(addStep(scenario, at - 1, newStep(event, device)), at + 1),
        }))}
      />
    </div>
  );
}
