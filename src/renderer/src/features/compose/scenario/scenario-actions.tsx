import { MessageSquareText, Smartphone } from 'lucide-react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { useEntries } from '../presets/use-entries.ts';
import { deviceChanges } from '../presets/world.ts';
import { phoneFacts } from './phone-facts.ts';
import type { OnStage } from './use-scenario.ts';

/** Gives the simulated phones the state of this moment. Nothing else in a scenario touches them. */
export function ApplyButton({ stage: { frame } }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { presets } = useStores();
  const entries = useEntries();
  const real = frame?.phones.filter((phone) => phone.deviceId !== null) ?? [];
  const apply = () => {
    const now = entries();
    const changes = real.flatMap((phone) => {
      const device = now.devices.find((one) => one.id === phone.deviceId);
      return device ? deviceChanges(device, phoneFacts(phone)) : [];
    });
    void presets.apply(changes, now);
  };
  return (
    <Button small icon={<Smartphone />} disabled={real.length === 0} onClick={apply}>
      {t('compose.scenario.apply')}
    </Button>
  );
}

/** Plays the story with the message of the form. */
export function UseMessageButton({ stage: { scenario, at } }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { presets } = useStores();
  const message = useFrom('compose', (state) => state.draft?.message);
  const variables = useFrom('presets', (state) => state.variables);
  if (!message) return null;
  return (
    <Button small icon={<MessageSquareText />} onClick={() => presets.stage({ ...scenario, message, variables }, at)}>
      {t('compose.scenario.useMessage')}
    </Button>
  );
}
