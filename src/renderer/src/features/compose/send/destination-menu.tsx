import { ChevronUp, Globe } from 'lucide-react';
import { memo, useState } from 'react';
import type { Destination } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { ChoiceMenu, type Choice } from '../../../ui/choice-menu.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { Field, TextInput } from '../../../ui/field.tsx';
import { Banner } from '../../../ui/notes.tsx';
import { readOrigin } from '../model/destination.ts';
import { RealHosts } from './real-hosts.tsx';

type DestinationName = 'local' | 'vendor' | 'vendor-sandbox' | 'vendor-production' | 'custom';

const nameOf = (destination: Destination): DestinationName =>
  destination.kind === 'vendor' && destination.environment ? `vendor-${destination.environment}` : destination.kind;

const destinations: Readonly<Record<Exclude<DestinationName, 'custom'>, Destination>> = {
  local: { kind: 'local' },
  vendor: { kind: 'vendor' },
  'vendor-sandbox': { kind: 'vendor', environment: 'sandbox' },
  'vendor-production': { kind: 'vendor', environment: 'production' },
};

/** Where a send goes: this machine unless somebody says otherwise. */
export const DestinationMenu = memo(function DestinationMenu() {
  const { t } = useWords();
  const { compose } = useStores();
  const destination = useFrom('compose', (state) => state.destination);
  const [asking, setAsking] = useState(false);
  const names: readonly DestinationName[] = ['local', 'vendor', 'vendor-sandbox', 'vendor-production', 'custom'];
  const choices = names.map((value): Choice<DestinationName> => ({
    value,
    label: t(`compose.destination.${value}`),
    about: t(`compose.destination.${value}.about`),
    icon: value === 'local' ? undefined : <Globe aria-hidden />,
  }));
  return (
    <>
      <ChoiceMenu
        trigger={<IconButton icon={<ChevronUp />} look="default" label={t('compose.destination')} />}
        label={t('compose.destination')}
        value={nameOf(destination)}
        choices={choices}
        onChoose={(name) => {
          if (name === 'custom') setAsking(true);
          else compose.goTo(destinations[name]);
        }}
      />
      {asking && <CustomHostDialog onClose={() => setAsking(false)} />}
    </>
  );
});

/** Asks for a host of somebody's own: a proxy, or another machine's gateway. */
function CustomHostDialog({ onClose }: { readonly onClose: () => void }) {
  const { t } = useWords();
  const { compose } = useStores();
  const destination = useFrom('compose', (state) => state.destination);
  const [text, setText] = useState(destination.kind === 'custom' ? destination.origin : '');
  const [tried, setTried] = useState(false);
  const origin = readOrigin(text);
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('compose.destination.custom.title')}
      about={t('compose.destination.custom.ask')}
      foot={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button look="primary" type="submit" form="compose-custom-host">
            {t('compose.destination.custom.use')}
          </Button>
        </>
      }
    >
      <form
        id="compose-custom-host"
        onSubmit={(event) => {
          event.preventDefault();
          setTried(true);
          if (origin === null) return;
          compose.goTo({ kind: 'custom', origin });
          onClose();
        }}
      >
        <Field
          label={t('compose.destination.custom.field')}
          stacked
          error={tried && origin === null ? t('compose.destination.custom.wrong') : undefined}
        >
          {(ids) => (
            <TextInput {...ids} mono value={text} placeholder="https://push.example.test:8443" onText={setText} />
          )}
        </Field>
      </form>
    </Dialog>
  );
}

/** Says that sends leave this machine, for as long as they do. */
export function OutsideBanner() {
  const { t } = useWords();
  const { compose } = useStores();
  const destination = useFrom('compose', (state) => state.destination);
  if (destination.kind === 'local') return null;
  return (
    <Banner
      tone="warning"
      action={
        <Button small onClick={() => compose.goTo({ kind: 'local' })}>
          {t('compose.outside.back')}
        </Button>
      }
      below={destination.kind === 'vendor' ? <RealHosts destination={destination} /> : undefined}
    >
      {destination.kind === 'vendor'
        ? t('compose.outside.vendor')
        : t('compose.outside.custom', { host: new URL(destination.origin).host })}
    </Banner>
  );
}
