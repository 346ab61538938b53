import type { Device, ExchangeSummary } from '../../../shared/contract/index.ts';
import { cutMiddle } from '../../../shared/kit/text.ts';
import type { Words } from '../i18n/index.ts';

type Says = Pick<Words, 't' | 'has'>;

/** How an exchange ended in a word or two: the vendor's code where it gave one, never the code of our own network stack alone. */
export const outcomeWords = (
  { outcome, reason, targets }: Pick<ExchangeSummary, 'outcome' | 'reason' | 'targets'>,
  { t, has }: Says,
): string => {
  switch (outcome) {
    case 'rejected':
      return reason ?? t('outcome.rejected');
    case 'failed':
      return reason !== null && has(`log.failure.${reason}`) ? t(`log.failure.${reason}`) : t('outcome.failed');
    case 'partly-accepted':
      return t('log.outcome.partly', {
        accepted: targets.filter((target) => target.outcome === 'accepted').length,
        count: targets.length,
      });
    default:
      return t(`outcome.${outcome}`);
  }
};

/** Whom an exchange is for: a phone by its name, a token cut in the middle, a number of tokens. Empty: nobody is named. */
export const targetWords = (
  { targets }: Pick<ExchangeSummary, 'targets'>,
  devices: readonly Pick<Device, 'id' | 'name'>[],
  { t }: Says,
): string => {
  const [target, ...others] = targets;
  if (!target) return '';
  if (others.length > 0) return t('log.to.several', { n: targets.length });
  return devices.find((device) => device.id === target.deviceId)?.name ?? cutMiddle(target.token);
};
