import type { ScenarioPhone } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Chip, VendorMark } from '../../../ui/marks.tsx';
import { EmptyState } from '../../../ui/notes.tsx';
import { Pane } from '../../../ui/pane.tsx';
import { Segmented } from '../../../ui/segmented.tsx';
import { sayFact } from '../presets/say-change.ts';
import { WhyPanel } from '../why/why-panel.tsx';
import { factRows } from './phone-facts.ts';
import { messageAt, stepPhrase } from './steps.ts';
import { useOnStage, type OnStage } from './use-scenario.ts';
import css from './scenario.module.css';

/** One moment: the state of each phone, what the SDK answered, and what becomes of a message then. */
export function MomentPane() {
  const { t } = useWords();
  const stage = useOnStage();
  return (
    <Pane title={t('compose.scenario.moment')}>
      {stage?.frame ? (
        <MomentView stage={stage} />
      ) : (
        <EmptyState title={t('compose.scenario.moment.empty')}>{t('compose.scenario.moment.empty.text')}</EmptyState>
      )}
    </Pane>
  );
}

function MomentView({ stage }: { readonly stage: OnStage }) {
  const { t, say } = useWords();
  const { scenario, frame, before, at } = stage;
  const step = scenario.steps[at - 1];
  return (
    <>
      <header className={css['momentHead']}>
        <h3 role="status">{step ? say(stepPhrase(step)) : t('compose.scenario.start')}</h3>
        {frame?.answer && (
          <p className={css['sdk']} data-tone={frame.answer.code === 0 ? 'accepted' : 'rejected'}>
            {say(frame.answer.phrase)}
          </p>
        )}
        {frame?.problem && (
          <p className={css['sdk']} data-tone="warning">
            {say(frame.problem)}
          </p>
        )}
      </header>
      <div className={css['phones']}>
        {frame?.phones.map((phone) => (
          <PhoneState
            key={phone.id}
            phone={phone}
            before={before?.phones.find((one) => one.id === phone.id)}
            isSent={step?.event === 'message'}
          />
        ))}
      </div>
      <MomentWhy stage={stage} />
    </>
  );
}

/** One phone at this moment; what the step changed is marked and says what it was. */
function PhoneState(props: {
  readonly phone: ScenarioPhone;
  readonly before: ScenarioPhone | undefined;
  readonly isSent: boolean;
}) {
  const { phone, before, isSent } = props;
  const words = useWords();
  const { t } = words;
  const { decision } = phone;
  return (
    <section className={css['phone']} aria-label={phone.name}>
      <h4 className={css['phoneName']}>
        <VendorMark vendor={phone.vendor} />
        {phone.name}
        {phone.deviceId === null && <span className={css['quiet']}>{t('compose.scenario.standsIn')}</span>}
      </h4>
      <dl className={css['state']}>
        {factRows(phone, before).map(({ field, value, was }) => (
          <div key={field} data-changed={was !== undefined || undefined}>
            <dt>{t(`compose.fact.${field}`)}</dt>
            <dd>
              {sayFact(words, value)}
              {was !== undefined && (
                <span className={css['was']}>{t('compose.scenario.was', { value: sayFact(words, was) })}</span>
              )}
            </dd>
          </div>
        ))}
        <div data-changed={(before && before.icon !== phone.icon) || undefined}>
          <dt>{t('compose.scenario.icon')}</dt>
          <dd>{phone.icon ?? t('compose.world.none')}</dd>
        </div>
      </dl>
      {decision ? (
        <p className={css['verdict']}>
          <Chip tone={decision.pushed ? 'accepted' : 'rejected'}>
            {t(isSent ? 'compose.scenario.sent' : 'compose.scenario.now')}{' '}
            {t(decision.pushed ? 'compose.device.pushed' : 'compose.device.stopped')}
          </Chip>
          {decision.pushed && (
            <span className={css['quiet']}>
              {t('compose.scenario.badge', { value: decision.intent?.badge ?? t('compose.world.none') })}
              {' · '}
              {t('compose.scenario.sound', { value: decision.intent?.sound ?? t('compose.world.none') })}
            </span>
          )}
        </p>
      ) : (
        <p className={css['quiet']}>{t('compose.scenario.notFor')}</p>
      )}
    </section>
  );
}

/** Why, for the phone that is looked at. */
function MomentWhy({ stage: { scenario, frame, at } }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { ui } = useStores();
  const accounts = useFrom('workspace', (state) => state.accounts);
  const devices = useFrom('workspace', (state) => state.devices);
  const wanted = useFrom('ui', (state) => state.chosen.compose);
  const phones = frame?.phones.filter((phone) => phone.decision !== null) ?? [];
  const phone = phones.find((one) => one.id === wanted) ?? phones[0];
  const account = accounts.find((one) => one.userId === phone?.userId);
  const device = devices.find((one) => one.id === phone?.deviceId) ?? devices[0];
  if (!phone?.decision || !account || !device) return null;
  const { client, conversation } = messageAt(scenario, at - 1);
  return (
    <div className={css['why']}>
      {phones.length > 1 && (
        <Segmented
          label={t('compose.device')}
          value={phone.id}
          segments={phones.map((one) => ({ value: one.id, label: one.name }))}
          onChange={(id) => ui.choose('compose', id)}
        />
      )}
      <WhyPanel
        decision={phone.decision}
        device={{ ...device, ...pick(phone) }}
        account={{ ...account, pushEnabled: phone.pushEnabled }}
        client={client}
        conversation={conversation}
      />
    </div>
  );
}

/** The fields by which a phone of a scenario differs from the one of the workspace that plays it. */
const pick = ({ name, platform, vendor, appState, sdkVersion }: ScenarioPhone) => ({
  name,
  platform,
  vendor,
  appState,
  sdkVersion,
});
