import type { Exchange, ModernRequest } from '../../../../../shared/contract/index.ts';

/** Only a refused or imported push can have come by a closed way in, so that others cost no call. */
export const mayBeRetired = ({ kind, origin, outcome, status }: Exchange): boolean =>
  kind === 'push' && (origin === 'imported' || (outcome !== 'accepted' && (status === null || status === 404)));

/** The request as it would stand on the wire. */
export const asHttpText = ({ request }: ModernRequest): string =>
  [
    `${request.method} ${request.origin}${request.path}`,
    ...request.headers.map(([name, value]) => `${name}: ${value}`),
    '',
    request.body,
  ].join('\n');
