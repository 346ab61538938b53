import type { VendorId } from '../../../../shared/contract/index.ts';
import { useWords } from '../../i18n/index.ts';
import { routeOf } from '../../stores/ui-store.ts';

/** A vendor's code that leads to its page. */
export function CodeLink({
  vendor,
  code,
  children,
}: {
  readonly vendor: VendorId;
  readonly code: string;
  /** Absent: the code itself. */
  readonly children?: string;
}) {
  const { t } = useWords();
  const label = t('codes.link', { code });
  return (
    <a href={routeOf('codes', `${vendor}/${code}`)} aria-label={label} title={label}>
      {children ?? code}
    </a>
  );
}
