import { Globe, Stethoscope } from 'lucide-react';
import { useId } from 'react';
import type { Credential } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Dialog } from '../../../ui/dialog.tsx';
import { FailureNote } from '../../../ui/notes.tsx';
import { ChoiceField, SegmentField, TextField } from '../editor/fields.tsx';
import { CheckResult } from './check-result.tsx';
import { useCheck } from './use-check.ts';
import css from './check.module.css';

/** More hosts than this do not fit beside each other. */
const mostInARow = 4;

/** Which host is asked. Those that lie outside say so below, and by the button's own words. */
function HostField({ asked }: { readonly asked: ReturnType<typeof useCheck> }) {
  const { t } = useWords();
  const { chosen, hosts, chooseHost } = asked;
  const words = { label: t('credentials.check.host'), hint: hostHint(t, chosen), value: chosen?.id ?? '' };
  const nameOf = ({ id, host }: (typeof hosts)[number]): string =>
    id === 'local' || id === 'custom' ? t(`credentials.check.host.${id}`) : host;
  if (hosts.length > mostInARow) {
    const choices = hosts.map((one) => ({ value: one.id, label: nameOf(one) }));
    return <ChoiceField {...words} choices={choices} onChoose={chooseHost} />;
  }
  const segments = hosts.map((one) => ({
    value: one.id,
    label: nameOf(one),
    ...(one.isOutside ? { icon: <Globe aria-hidden /> } : {}),
  }));
  return <SegmentField {...words} segments={segments} onChange={chooseHost} />;
}

/** Asks a chosen host whether it takes a credential. A real host is only ever chosen by hand, and the button names it. */
export function CheckDialog({
  credential,
  onClose,
}: {
  readonly credential: Credential;
  readonly onClose: () => void;
}) {
  const { t } = useWords();
  const { ui } = useStores();
  const formId = useId();
  const asked = useCheck(credential);
  const { chosen, host, check } = asked;
  const isOutside = chosen?.isOutside ?? false;
  const show = (exchangeId: string) => {
    onClose();
    ui.go('log', exchangeId);
  };
  return (
    <Dialog
      open
      onClose={onClose}
      wide
      title={t('credentials.check.title', { name: credential.name })}
      about={t('credentials.check.about')}
      foot={
        <>
          <Button onClick={onClose}>{t('action.close')}</Button>
          <Button
            look="primary"
            type="submit"
            form={formId}
            disabled={asked.isBusy}
            icon={isOutside ? <Globe /> : <Stethoscope />}
          >
            {asked.isBusy
              ? t('credentials.check.busy')
              : host === ''
                ? t('credentials.check.run')
                : t('credentials.check.runAt', { host })}
          </Button>
        </>
      }
    >
      <form
        id={formId}
        className={css['form']}
        onSubmit={(event) => {
          event.preventDefault();
          if (!asked.isBusy) void asked.run();
        }}
      >
        <HostField asked={asked} />
        {chosen?.id === 'custom' && (
          <TextField
            label={t('credentials.check.address')}
            error={asked.isAddressWrong ? t('credentials.check.address.wrong') : undefined}
            value={asked.address}
            onText={asked.setAddress}
            placeholder="https://push.example.test:8443"
            inputMode="url"
            mono
            focused
          />
        )}
        {credential.vendor === 'apns' && (
          <TextField
            label={t('credentials.check.topic')}
            hint={t('credentials.check.topic.hint')}
            value={asked.topic}
            onText={asked.setTopic}
            suggestions={asked.topics}
            placeholder={asked.topics[0] ?? 'com.example.app'}
            mono
          />
        )}
      </form>
      {asked.failure && <FailureNote failure={asked.failure} />}
      {asked.isBusy && (
        <p role="status" className={css['busy']}>
          {t('credentials.check.waiting', { host })}
        </p>
      )}
      {check && <CheckResult check={check} onShow={show} />}
    </Dialog>
  );
}

const hostHint = (t: (id: string) => string, chosen: ReturnType<typeof useCheck>['chosen']): string => {
  if (!chosen?.isOutside) {
    return t(chosen?.isElsewhere ? 'credentials.check.host.local.elsewhere' : 'credentials.check.host.local.about');
  }
  return t(chosen.isElsewhere ? 'credentials.check.host.elsewhere' : 'credentials.check.host.outside');
};
