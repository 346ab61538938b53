import { FlaskConical, Info } from 'lucide-react';
import { Tabs } from 'radix-ui';
import { useState } from 'react';
import type { Gateway, Recipe } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { CopyButton } from '../../ui/copy.tsx';
import { CodeLines } from './code-lines.tsx';
import css from './recipes.module.css';

/** Languages under their own names. */
const languages: Readonly<Record<string, string>> = {
  javascript: 'JavaScript',
  python: 'Python',
  go: 'Go',
  java: 'Java',
  bash: 'Shell',
  shell: 'Shell',
  properties: 'Properties',
};

/** What to do with a piece of code once it is copied. */
function Start({ recipe: { start, language, library } }: { readonly recipe: Recipe }) {
  const { t } = useWords();
  if (!start) {
    const isPasted = languages[language] === 'Shell';
    return isPasted && <p className={css['start']}>{t('gateways.recipe.paste')}</p>;
  }
  return (
    <div className={css['start']}>
      <span>{t('gateways.recipe.start', { file: start.file })}</span>
      <div className={css['command']}>
        <code>{start.command}</code>
        <CopyButton text={start.command} label={t('gateways.recipe.command', { library })} />
      </div>
    </div>
  );
}

/** How to point each library at a gateway. Only the marked lines differ from talking to the vendor. */
export function Recipes({ gateway, vendorName }: { readonly gateway: Gateway; readonly vendorName: string }) {
  const { t } = useWords();
  const [wanted, setWanted] = useState('');
  const chosen = gateway.recipes.find((one) => one.id === wanted) ?? gateway.recipes[0];
  if (!chosen) return <p className={css['note']}>{t('gateways.recipes.none', { vendor: vendorName })}</p>;
  return (
    <Tabs.Root value={chosen.id} onValueChange={setWanted}>
      <Tabs.List className={css['list']} aria-label={t('gateways.recipes')}>
        {gateway.recipes.map((recipe) => (
          <Tabs.Trigger key={recipe.id} value={recipe.id} className={css['tab']}>
            {recipe.testedVersion !== null && <FlaskConical aria-hidden />}
            {recipe.library}
            <span>{languages[recipe.language] ?? recipe.language}</span>
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {gateway.recipes.map((recipe) => (
        <Tabs.Content key={recipe.id} value={recipe.id} className={css['content']}>
          <p className={css['note']}>
            {recipe.testedVersion === null ? <Info aria-hidden /> : <FlaskConical aria-hidden />}
            {recipe.testedVersion === null
              ? t('gateways.recipe.untested', { library: recipe.library })
              : t('gateways.recipe.tested', { library: recipe.library, version: recipe.testedVersion })}
          </p>
          <CodeLines
            code={recipe.code}
            language={recipe.language}
            changed={recipe.changed}
            label={t('gateways.recipe.code', { library: recipe.library })}
          />
          <Start recipe={recipe} />
          <p className={css['note']}>
            <Info aria-hidden />
            {t('gateways.recipe.changed', { vendor: vendorName })} {t('gateways.recipe.own')}
          </p>
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
