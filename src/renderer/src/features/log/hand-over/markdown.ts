import type { Exchange, WireBody } from '../../../../../shared/contract/index.ts';

/** Text that cannot end the fence it stands in. */
const fenced = (text: string, language: string): string => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([ticks]) => ticks.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${text}\n${fence}`;
};

const pretty = (body: WireBody): { readonly text: string; readonly language: string } => {
  const text = body.text ?? `(${body.bytes} bytes)`;
  try {
    return { text: JSON.stringify(JSON.parse(text), null, 2), language: 'json' };
  } catch {
    return { text, language: '' };
  }
};

const cell = (text: string): string => text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');

/** Words of the window that stand in a ticket. */
export interface MarkdownWords {
  readonly t: (id: string, params?: Readonly<Record<string, string | number>>) => string;
  readonly vendor: string;
  /** What the answer means, as the window says it; empty when there is nothing to say. */
  readonly meaning: string;
}

/** An exchange for a ticket: what it was, what was said, headers and bodies. Secrets are the fingerprints of the log. */
export const markdownOf = (exchange: Exchange, { t, vendor, meaning }: MarkdownWords): string => {
  const { request, response, title, body, status, reason, outcome, targets } = exchange;
  const facts: readonly (readonly [string, string])[] = [
    [t('log.ticket.time'), new Date(exchange.atMs).toISOString()],
    [t('log.ticket.outcome'), [t(`outcome.${outcome}`), status, reason].filter((one) => one !== null).join(' · ')],
    [t('log.ticket.request'), `\`${cell(`${request.method} ${request.origin}${request.path}`)}\``],
    [t('log.ticket.tokens'), String(targets.length)],
    [t('log.ticket.id'), `\`${exchange.vendorMessageId ?? exchange.id}\``],
  ];
  const headers = request.headers.map(([name, value]) => `${name}: ${value}`).join('\n');
  const payload = pretty(request.body);
  const answer = response && pretty(response.body);
  return [
    `### ${vendor}: ${cell([title, body].filter((one) => one !== '').join(' · '))}`,
    '',
    `| | |\n|---|---|\n${facts.map(([name, value]) => `| ${name} | ${value} |`).join('\n')}`,
    ...(meaning === '' ? [] : ['', meaning]),
    '',
    `**${t('log.ticket.request')}**`,
    '',
    ...(headers === '' ? [] : [fenced(headers, 'http'), '']),
    fenced(payload.text, payload.language),
    ...(answer ? ['', `**${t('log.ticket.response')}**`, '', fenced(answer.text || '—', answer.language)] : []),
    '',
  ].join('\n');
};
