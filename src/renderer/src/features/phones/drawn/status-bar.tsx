import { memo } from 'react';
import { bareClock } from '../skins/time.ts';
import type { PhoneContext } from './types.ts';
import css from './phone.module.css';

/** Signal, Wi-Fi and battery: invented, always full enough. */
function Signs() {
  return (
    <span className={css['signs']}>
      <svg width="18" height="12" viewBox="0 0 18 12">
        <rect x="0" y="8" width="3" height="4" rx="1" />
        <rect x="5" y="5.500" width="3" height="6.500" rx="1" />
        <rect x="10" y="3" width="3" height="9" rx="1" />
        <rect x="15" y="0" width="3" height="12" rx="1" />
      </svg>
      <svg width="17" height="12" viewBox="0 0 17 12">
        <path d="M8.500 11.800l2.200-2.700a3.500 3.500 0 0 0-4.400 0zM4.200 6.500l1.400 1.800a4.800 4.800 0 0 1 5.800 0l1.400-1.800a7 7 0 0 0-8.600 0zM1.300 3l1.500 1.800a9.200 9.200 0 0 1 11.400 0L15.700 3a11.500 11.500 0 0 0-14.400 0z" />
      </svg>
      <svg width="27" height="13" viewBox="0 0 27 13">
        <rect x=".5" y=".5" width="23" height="12" rx="4" fill="none" stroke="currentColor" strokeOpacity=".5" />
        <rect x="2" y="2" width="16" height="9" rx="2.500" />
        <path d="M25 4.500v4c.8-.3 1.300-1.100 1.300-2s-.5-1.700-1.300-2z" opacity=".55" />
      </svg>
    </span>
  );
}

/** The top of the screen with the camera’s cutout. `isBare`: without the time, as on a lock screen with a big clock. */
export const StatusBar = memo(function StatusBar(props: { readonly phone: PhoneContext; readonly isBare?: boolean }) {
  const { phone, isBare = false } = props;
  return (
    <div className={css['status']} aria-hidden>
      <span>{isBare ? '' : bareClock(phone.locale, phone.nowMs)}</span>
      <span className={css['cutout']} data-kind={phone.model.cutout} />
      <Signs />
    </div>
  );
});
