import { AppWindow, CircleSlash, Globe, MessageCircle, PenLine, UsersRound, type LucideIcon } from 'lucide-react';
import type { RuleMatch, RuleTrial, Tap } from '../../../../../shared/contract/index.ts';
import { useWords, type Words } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { Button } from '../../../ui/button.tsx';
import { Bare } from '../../../ui/marks.tsx';
import { resultOf, resultTone, type Result } from './result.ts';
import { useNames, useResultWords } from './result-words.ts';
import css from './inspector.module.css';

const resultIcons: Readonly<Record<Result['kind'], LucideIcon>> = {
  nothing: CircleSlash,
  first: AppWindow,
  chat: MessageCircle,
  group: UsersRound,
  custom: AppWindow,
  url: Globe,
};

/** What a rule compares, as one line. */
const matchWords = (match: RuleMatch, { t }: Pick<Words, 't'>): string => {
  switch (match.kind) {
    case 'equals':
    case 'contains':
    case 'regex':
      return match.key
        ? t(`phones.match.${match.kind}.key`, { key: match.key, value: match.value })
        : t(`phones.match.${match.kind}`, { value: match.value });
    case 'entity':
      return t('phones.match.entity');
    case 'scheme':
      return t('phones.match.address', { address: `${match.scheme}:` });
    case 'universal-link':
      return t('phones.match.address', { address: `https://${match.host}${match.path}` });
    case 'intent-filter':
      return t('phones.match.intent-filter', {
        address: match.scheme === '' ? match.action : `${match.scheme}://${match.host}${match.path}`,
      });
    case 'json-path':
  }
  return match.value === ''
    ? t('phones.match.json-path', { path: match.path })
    : t('phones.match.json-path-equals', { path: match.path, value: match.value });
};

type Tried = RuleTrial['tried'][number];
function RuleRow({ rule, number }: { readonly rule: Tried; readonly number: number }) {
  const words = useWords();
  const { outcome } = rule;
  const said = words.t(`phones.rule.${outcome}`);
  return (
    <li className={css['rule']} data-outcome={outcome}>
      <span className={css['number']}>{number}</span>
      <div className={css['words']}>
        <p className={css['said']}>{rule.name}</p>
        <code>{matchWords(rule.match, words)}</code>
        {rule.detail !== undefined && <p className={css['detail']}>{rule.detail}</p>}
      </div>
      {outcome === 'matched' ? (
        <Bare tone="accepted">{said}</Bare>
      ) : outcome === 'broken' || outcome === 'too-slow' ? (
        <Bare tone="rejected">{said}</Bare>
      ) : (
        <span className={css['dim']}>{said}</span>
      )}
    </li>
  );
}

/** «Where the app goes»: each rule with its outcome, and the screen that opens, or why none does. */
export function Destination({ tap }: { readonly tap: Tap }) {
  const { t, say } = useWords();
  const { ui } = useStores();
  const names = useNames();
  const wordsOf = useResultWords();
  const result = resultOf(tap, names);
  const Icon = resultIcons[result.kind];
  const { target } = tap.rules;
  const raw = target ? (target.kind === 'screen' ? target.screen : target.url) : tap.opens.name;
  return (
    <section className={css['section']} aria-label={t('phones.where.title')}>
      <header className={css['head']}>
        <h3>{t('phones.where.title')}</h3>
        <Button look="quiet" small icon={<PenLine />} onClick={() => ui.go('credentials')}>
          {t('phones.where.rules')}
        </Button>
      </header>
      {tap.rules.tried.length > 0 && (
        <ol className={css['rules']} aria-label={t('phones.where.tried')}>
          {tap.rules.tried.map((rule, index) => (
            <RuleRow key={rule.ruleId} rule={rule} number={index + 1} />
          ))}
        </ol>
      )}
      <div className={css['target']} data-tone={resultTone(result)}>
        <span className={css['targetIcon']}>
          <Icon aria-hidden />
        </span>
        <div className={css['words']}>
          <p className={css['said']}>{wordsOf(result)}</p>
          {raw !== '' && <code>{raw}</code>}
          {tap.stoppedBecause && <p className={css['detail']}>{say(tap.stoppedBecause)}</p>}
        </div>
      </div>
    </section>
  );
}
