import { graphemes } from '../fit/text.ts';
import { AppGlyph, AppIcon } from './app-icon.tsx';
import { cssVars } from './css-vars.ts';
import { glyphOn, hueOf } from './hue.ts';
import type { PhoneContext } from './types.ts';
import css from './android-card.module.css';

/** The push's accent colour, with a glyph that can be seen on it; without one the skin's own. */
const accentOf = (color: string) => {
  const glyph = glyphOn(color);
  return glyph === null ? undefined : cssVars({ '--tint': color, '--on-tint': glyph });
};

/** Whom a talk is with, with the app's mark in the corner. */
export function TalkIcon({ name, phone }: { readonly name: string; readonly phone: PhoneContext }) {
  return (
    <span
      className={css['talk']}
      style={cssVars({ '--hue': hueOf(name) })}
      // Drawn by its style: the card’s label says the whole name.
      data-letter={graphemes(name, phone.locale)[0]}
      aria-hidden
    >
      <i>{phone.skin.layout?.icon.value === 'app' ? <AppIcon name={phone.appName} /> : <AppGlyph />}</i>
    </span>
  );
}

/** The icon of a card: the small icon as a mark on the accent, or the app's own. */
export function AndroidIcon({ phone, color }: { readonly phone: PhoneContext; readonly color: string }) {
  if (phone.skin.layout?.icon.value === 'app') {
    return (
      <span className={css['own']}>
        <AppIcon name={phone.appName} />
      </span>
    );
  }
  return (
    <span className={css['icon']} style={accentOf(color)}>
      <AppGlyph />
    </span>
  );
}
