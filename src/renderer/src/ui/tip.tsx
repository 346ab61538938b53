import { Tooltip } from 'radix-ui';
import type { ReactElement } from 'react';
import css from './tip.module.css';

/** Words that appear beside a control on hover and focus. Never the only place where something is said. */
export function Tip({
  text,
  children,
  side = 'bottom',
}: {
  readonly text: string;
  readonly children: ReactElement;
  readonly side?: 'top' | 'bottom';
}) {
  return (
    <Tooltip.Root>
      <Tooltip.Trigger asChild>{children}</Tooltip.Trigger>
      <Tooltip.Portal>
        <Tooltip.Content className={css['tip']} side={side} sideOffset={5} collisionPadding={8}>
          {text}
        </Tooltip.Content>
      </Tooltip.Portal>
    </Tooltip.Root>
  );
}
/** Once, around the whole window. */
export const TipProvider = Tooltip.Provider;
