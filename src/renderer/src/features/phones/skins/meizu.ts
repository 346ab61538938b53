import { told } from './android-layout.ts';
import { makerSkin } from './maker.ts';
import { assumed } from './skin.ts';

/** Flyme: round switches above, narrow margins, small letters. */
export const flyme = makerSkin({
  id: 'flyme',
  margin: assumed(8),
  radius: assumed(16),
  icon: assumed(36),
  iconStart: assumed(14),
  textStart: assumed(62),
  textEnd: assumed(14),
  titleSize: assumed(15),
  bodySize: assumed(13),
  bodyLines: assumed(1),
  openLines: assumed(3),
  layout: {
    icon: told('U', 'app'),
    place: told('U', 'beside'),
    time: told('U', 'end'),
    expander: told('U', 'none'),
    timeWords: told('U', 'maker'),
    head: { kind: 'toggles' },
    clear: 'cross-end',
    silent: told('U', 'none'),
    group: { from: assumed(4), closed: assumed(1), open: assumed(8), look: told('U', 'cards') },
    // The push service can only light a dot.
    lock: { look: told('U', 'cards'), silent: told('O', false), clock: told('U', 'middle') },
    badge: told('D', 'dot'),
    sources: [{ title: 'Meizu PushAPI', url: 'https://github.com/MEIZUPUSH/PushAPI', checked: '2026-11-21' }],
  },
});
