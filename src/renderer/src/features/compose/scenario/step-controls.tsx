import { ArrowDown, ArrowUp, Trash2 } from 'lucide-react';
import type { ScenarioFile, ScenarioStep } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { Select, TextInput } from '../../../ui/field.tsx';
import { ToggleRow } from '../../../ui/toggle-row.tsx';
import { MessageFields } from './message-fields.tsx';
import { moveStep, removeStep, setStep } from './steps.ts';
import { TokenStepFields } from './token-fields.tsx';
import css from './scenario.module.css';

interface StepProps {
  readonly scenario: ScenarioFile;
  /** Place in the steps, from 0. */
  readonly index: number;
  readonly step: ScenarioStep;
}

/** What can be changed of the step that is looked at. */
export function StepControls({ scenario, index, step }: StepProps) {
  const { t } = useWords();
  const { presets } = useStores();
  const put = (file: ScenarioFile, at: number) => presets.stage(file, at);
  return (
    <div className={css['controls']}>
      <div className={css['fields']}>
        {'device' in step && scenario.devices.length > 1 && (
          <Select
            aria-label={t('compose.scenario.phone')}
            value={step.device}
            choices={scenario.devices.map(({ id }) => ({ value: id, label: id }))}
            onChoose={(device) => put(setStep(scenario, index, { ...step, device }), index + 1)}
          />
        )}
        <StepFields
          scenario={scenario}
          step={step}
          onChange={(next) => put(setStep(scenario, index, next), index + 1)}
        />
      </div>
      <IconButton
        small
        icon={<ArrowUp />}
        label={t('compose.scenario.up', { n: index + 1 })}
        disabled={index === 0}
        onClick={() => put(moveStep(scenario, index, -1), index)}
      />
      <IconButton
        small
        icon={<ArrowDown />}
        label={t('compose.scenario.down', { n: index + 1 })}
        disabled={index === scenario.steps.length - 1}
        onClick={() => put(moveStep(scenario, index, 1), index + 2)}
      />
      <IconButton
        small
        icon={<Trash2 />}
        label={t('compose.scenario.remove', { n: index + 1 })}
        onClick={() => put(removeStep(scenario, index), index)}
      />
    </div>
  );
}

function StepFields({
  scenario,
  step,
  onChange,
}: {
  readonly scenario: ScenarioFile;
  readonly step: ScenarioStep;
  readonly onChange: (step: ScenarioStep) => void;
}) {
  const { t } = useWords();
  switch (step.event) {
    case 'message':
      return <MessageFields step={step} common={scenario.message} onChange={onChange} />;
    case 'token':
      return <TokenStepFields step={step} onChange={onChange} />;
    case 'background':
      return (
        <>
          <NumberField
            label={t('compose.scenario.unread')}
            value={step.unread}
            max={99_999}
            onNumber={(unread) => onChange({ ...step, unread })}
          />
          <ToggleRow
            label={t('compose.scenario.reported')}
            on={step.reported}
            onChange={(reported) => onChange({ ...step, reported })}
          />
        </>
      );
    case 'permission':
      return (
        <ToggleRow
          label={t('compose.scenario.allowed')}
          on={step.allowed}
          onChange={(allowed) => onChange({ ...step, allowed })}
        />
      );
    case 'push-switch':
      return (
        <ToggleRow
          label={t('compose.scenario.enabled')}
          on={step.enabled}
          onChange={(enabled) => onChange({ ...step, enabled })}
        />
      );
    case 'update':
      return (
        <TextInput
          aria-label={t('compose.scenario.version')}
          value={step.sdkVersion}
          maxLength={40}
          onText={(text) => text !== '' && onChange({ ...step, sdkVersion: text })}
        />
      );
    case 'wait':
      return (
        <NumberField
          label={t('compose.scenario.seconds')}
          value={step.seconds}
          min={1}
          max={31_536_000}
          onNumber={(seconds) => onChange({ ...step, seconds })}
        />
      );
    default:
      return null;
  }
}

/** A whole number in its range; anything else changes nothing. */
function NumberField(props: {
  readonly label: string;
  readonly value: number;
  readonly min?: number;
  readonly max: number;
  readonly onNumber: (value: number) => void;
}) {
  const { label, value, min = 0, max, onNumber } = props;
  return (
    <TextInput
      type="number"
      aria-label={label}
      value={value}
      min={min}
      max={max}
      after={label}
      onText={(text) => {
        const next = Number(text);
        if (text !== '' && Number.isInteger(next) && next >= min && next <= max) onNumber(next);
      }}
    />
  );
}
