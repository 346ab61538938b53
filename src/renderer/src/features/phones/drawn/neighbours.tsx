import {
  CalendarDays,
  Camera,
  CloudSun,
  Compass,
  Image,
  Mail,
  Map,
  MessageCircle,
  Music,
  NotebookPen,
  Phone,
  Settings,
  ShoppingBag,
  Wallet,
  type LucideIcon,
} from 'lucide-react';
import { cssVars } from './css-vars.ts';
import css from './neighbours.module.css';

interface Neighbour {
  readonly Icon: LucideIcon;
  /** Hue of its tile in degrees. */
  readonly hue: number;
  /** white: a coloured mark on white. dark: without a colour. */
  readonly tone?: 'white' | 'dark';
}

/** Apps beside the one under test: invented, and nobody's. */
const neighbours: readonly Neighbour[] = [
  { Icon: CalendarDays, hue: 25, tone: 'white' },
  { Icon: Image, hue: 300, tone: 'white' },
  { Icon: CloudSun, hue: 235 },
  { Icon: Map, hue: 145, tone: 'white' },
  { Icon: Mail, hue: 252 },
  { Icon: Camera, hue: 260, tone: 'dark' },
  { Icon: NotebookPen, hue: 85 },
  { Icon: Music, hue: 12 },
  { Icon: Wallet, hue: 60, tone: 'dark' },
  { Icon: ShoppingBag, hue: 45 },
  { Icon: Settings, hue: 250, tone: 'dark' },
];
const docked: readonly Neighbour[] = [
  { Icon: Phone, hue: 148 },
  { Icon: MessageCircle, hue: 155 },
  { Icon: Compass, hue: 245, tone: 'white' },
  { Icon: Camera, hue: 260, tone: 'dark' },
];

/** The icon of an invented app: the `at`th of the screen, or of the dock. Its shape is the launcher's. */
export function NeighbourIcon({ at, isDocked = false }: { readonly at: number; readonly isDocked?: boolean }) {
  const all = isDocked ? docked : neighbours;
  const one = all[at % all.length];
  if (!one) return null;
  const { Icon, hue, tone = 'full' } = one;
  return (
    <i className={css['tile']} data-tone={tone} style={cssVars({ '--hue': hue })} aria-hidden>
      <Icon />
    </i>
  );
}
