import { memo } from 'react';
import { cssVars } from './css-vars.ts';
import { hueOf } from './hue.ts';
import css from './app-icon.module.css';

/** A bubble with two lines of text: the glyph of the invented app. */
export function AppGlyph() {
  return (
    <svg viewBox="0 0 24 24" aria-hidden>
      <path
        d="M3 6.6A3.6 3.6 0 0 1 6.6 3h10.8A3.6 3.6 0 0 1 21 6.6v6.2a3.6 3.6 0 0 1-3.6 3.600H11l-4.6 3.700c-.6.5-1.400.1-1.400-.7v-3.400A3.600 3.600 0 0 1 3 12.800z"
        fill="currentColor"
      />
      <path d="M7.500 8h9M7.500 11.700h5.500" stroke="var(--glyph-line)" strokeWidth="1.700" strokeLinecap="round" />
    </svg>
  );
}

/** The icon of the app under test; every name has its own colour. `badge`: the number on it; 0 shows none. */
export const AppIcon = memo(function AppIcon(props: { readonly name: string; readonly badge?: number }) {
  const { name, badge = 0 } = props;
  return (
    <span className={css['icon']} style={cssVars({ '--hue': hueOf(name) })} aria-hidden>
      <span className={css['tile']}>
        <AppGlyph />
      </span>
      {badge > 0 && <span className={css['badge']}>{badge}</span>}
    </span>
  );
});
