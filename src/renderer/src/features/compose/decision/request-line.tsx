import { ArrowUpRight } from 'lucide-react';
import type { RequestLine as Request } from '../../../../../shared/contract/index.ts';
import { cutMiddle } from '../../../../../shared/kit/text.ts';
import { useWords } from '../../../i18n/index.ts';
import css from './decision.module.css';

/** Long parts of a path are tokens and ids: their ends tell them apart. */
const longPart = 24;
const shortPath = (path: string): string =>
  path
    .split('/')
    .map((part) => (part.length > longPart ? cutMiddle(part) : part))
    .join('/');

/** Headers that say what the body is say nothing about the push. */
const dull = new Set(['content-type', 'content-length', 'accept', 'user-agent']);

/** Method, path and the headers that matter, as they would go out. */
export function RequestLine({ request }: { readonly request: Request | null }) {
  const { t } = useWords();
  if (!request) return <p className={css['noRequest']}>{t('compose.request.none')}</p>;
  return (
    <div className={css['request']} role="group" aria-label={t('compose.request')}>
      <p className={css['requestLine']}>
        <ArrowUpRight aria-hidden />
        <code title={request.path}>
          {request.method} {shortPath(request.path)}
        </code>
      </p>
      <dl className={css['headers']}>
        {request.headers
          .filter(([name]) => !dull.has(name))
          .map(([name, value]) => (
            <div key={name}>
              <dt>{name}</dt>
              <dd title={value}>{value.length > longPart * 2 ? cutMiddle(value, longPart) : value}</dd>
            </div>
          ))}
      </dl>
    </div>
  );
}
