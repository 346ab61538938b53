import { Braces, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';
import { Button, IconButton } from '../../../ui/button.tsx';
import { TextInput } from '../../../ui/field.tsx';
import { Fold } from '../../../ui/fold.tsx';
import { useChosenRow, useDecisionRows } from '../use-compose.ts';
import { builtInVariables } from '../../../../../shared/contract/presets.ts';
import { freshName, mayHoldVariables, nameProblem, renamed, without } from './own-variables.ts';
import css from './presets.module.css';

/** What each variable of the message stands for, right above the button that sends it; own ones can be changed there. */
export function VariablesBar() {
  const { t } = useWords();
  const message = useFrom('compose', (state) => state.draft?.message);
  const variables = useFrom('presets', (state) => state.variables);
  const chosen = useChosenRow(useDecisionRows());
  const filled = chosen?.variables ?? [];
  const isUsed = (message && mayHoldVariables(message)) ?? false;
  if (!isUsed && Object.keys(variables).length === 0) return null;
  return (
    <section className={css['variables']} aria-label={t('compose.variables')}>
      <h3 className={css['variablesTitle']}>
        <Braces aria-hidden />
        {t('compose.variables')}
        {chosen && <span className={css['quiet']}>{t('compose.variables.for', { device: chosen.device.name })}</span>}
      </h3>
      {filled.length > 0 && (
        <dl className={css['values']}>
          {filled.map(({ name, value }) => (
            <div key={name}>
              <dt>
                <code>{`{{${name}}}`}</code>
              </dt>
              <dd title={value}>{value === '' ? <i>{t('compose.variables.empty')}</i> : value}</dd>
            </div>
          ))}
        </dl>
      )}
      <OwnVariables />
    </section>
  );
}

function OwnVariables() {
  const { t } = useWords();
  const { presets } = useStores();
  const variables = useFrom('presets', (state) => state.variables);
  const names = Object.keys(variables);
  return (
    <Fold title={t('compose.variables.own')} note={names.length > 0 ? names.length : undefined}>
      <p className={css['quiet']}>{t('compose.variables.own.about', { open: '{{', close: '}}' })}</p>
      <p className={css['quiet']}>{t('compose.variables.known', { names: builtInVariables.join(', ') })}</p>
      <ul className={css['own']} aria-label={t('compose.variables.own')}>
        {names.map((name, index) => (
          // A variable keeps its row while its name is being written.
          // oxlint-disable-next-line react/no-array-index-key -- see above
          <li key={index}>
            <VariableName name={name} />
            <TextInput
              mono
              aria-label={t('compose.variables.value', { name })}
              value={variables[name] ?? ''}
              maxLength={4096}
              onText={(value) => presets.setVariables({ ...variables, [name]: value })}
            />
            <IconButton
              small
              icon={<Trash2 />}
              label={t('compose.variables.remove', { name })}
              onClick={() => presets.setVariables(without(variables, name))}
            />
          </li>
        ))}
      </ul>
      <Button small icon={<Plus />} onClick={() => presets.setVariables({ ...variables, [freshName(variables)]: '' })}>
        {t('compose.variables.add')}
      </Button>
    </Fold>
  );
}

/** The name is taken over once it can be one; until then it stands there with the reason. */
function VariableName({ name }: { readonly name: string }) {
  const { t } = useWords();
  const { presets } = useStores();
  const variables = useFrom('presets', (state) => state.variables);
  const [typed, setTyped] = useState(name);
  const isTwice = typed !== name && Object.hasOwn(variables, typed);
  const problem = typed === name ? null : isTwice ? 'taken' : nameProblem(typed);
  const write = (next: string) => {
    setTyped(next);
    if (next !== name && nameProblem(next) === null && !Object.hasOwn(variables, next)) {
      presets.setVariables(renamed(variables, name, next));
    }
  };
  return (
    <span className={css['variableName']}>
      <TextInput
        mono
        aria-label={t('compose.variables.name')}
        aria-invalid={problem !== null}
        value={typed}
        maxLength={64}
        onText={write}
      />
      {problem && (
        <span role="alert" className={css['error']}>
          {t(`compose.variables.${problem}`, { name: typed })}
        </span>
      )}
    </span>
  );
}
