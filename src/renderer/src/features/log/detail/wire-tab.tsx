import { LockKeyhole } from 'lucide-react';
import type { Exchange, HeaderList, WireBody } from '../../../../../shared/contract/index.ts';
import { useWords } from '../../../i18n/index.ts';
import { Button } from '../../../ui/button.tsx';
import { CopyButton } from '../../../ui/copy.tsx';
import { EmptyState } from '../../../ui/notes.tsx';
import { BodyView } from './body-view.tsx';
import { HeadersTable } from './headers-table.tsx';
import { JwtFacts } from './jwt-facts.tsx';
import { Modern } from './modern.tsx';
import { hasRedaction } from './redacted.ts';
import { RedactedText } from './redacted-text.tsx';
import { Sizes } from './sizes.tsx';
import css from './wire-tab.module.css';
import tabCss from './tab.module.css';

/** Said once where anything was taken out. */
function SecretsNote({ headers, body, path = '' }: { headers: HeaderList; body: WireBody; path?: string }) {
  const { t } = useWords();
  const texts = [path, body.text ?? '', ...headers.map(([, value]) => value)];
  if (!texts.some((text) => hasRedaction(text))) return null;
  return (
    <p className={tabCss['note']}>
      <LockKeyhole aria-hidden />
      <span>{t('log.secret.note')}</span>
    </p>
  );
}

/** The request as it was on the wire, less its secrets. */
export function RequestTab({ exchange }: { readonly exchange: Exchange }) {
  const { t } = useWords();
  const { request } = exchange;
  const address = `${request.origin}${request.path}`;
  return (
    <div className={tabCss['tab']}>
      <div className={css['line']}>
        <b>{request.method}</b>
        <span className={css['address']}>
          <RedactedText text={address} />
        </span>
        {request.httpVersion !== 'none' && <span>HTTP/{request.httpVersion}</span>}
        <CopyButton text={address} label={t('log.request.copy')} />
      </div>
      <SecretsNote headers={request.headers} body={request.body} path={request.path} />
      {request.headers.length > 0 && <HeadersTable headers={request.headers} />}
      <JwtFacts exchange={exchange} />
      <Sizes exchange={exchange} />
      <BodyView key={exchange.id} body={request.body} label={t('log.request.body')} />
      <Modern exchange={exchange} />
    </div>
  );
}

/** The answer as it was on the wire; why there is none, when there is none. */
export function ResponseTab({ exchange, onExplain }: { readonly exchange: Exchange; readonly onExplain: () => void }) {
  const { t, has } = useWords();
  const { response, failure } = exchange;
  if (!response) {
    const code = failure?.code ?? '';
    return (
      <EmptyState title={t('log.response.none')} actions={<Button onClick={onExplain}>{t('log.response.why')}</Button>}>
        {has(`log.failure.${code}.meaning`) ? t(`log.failure.${code}.meaning`) : failure?.message}
      </EmptyState>
    );
  }
  return (
    <div className={tabCss['tab']}>
      <div className={css['line']}>
        <span>HTTP/{exchange.request.httpVersion}</span>
        <b>{response.status}</b>
      </div>
      <SecretsNote headers={response.headers} body={response.body} />
      <HeadersTable headers={response.headers} />
      <BodyView key={exchange.id} body={response.body} label={t('log.response.body')} />
    </div>
  );
}
