import { Popover as RadixPopover } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import css from './popover.module.css';

/** Settings of one thing beside the button that opens them. What is behind stays visible and usable; Escape closes it. */
export function Popover(props: {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly side?: 'top' | 'right' | 'bottom' | 'left';
  readonly children: ReactNode;
}) {
  const { trigger, label, side = 'bottom', children } = props;
  return (
    <RadixPopover.Root>
      <RadixPopover.Trigger asChild>{trigger}</RadixPopover.Trigger>
      <RadixPopover.Portal>
        <RadixPopover.Content
          className={css['popover']}
          aria-label={label}
          side={side}
          align="start"
          sideOffset={6}
          collisionPadding={12}
        >
          {children}
        </RadixPopover.Content>
      </RadixPopover.Portal>
    </RadixPopover.Root>
  );
}
