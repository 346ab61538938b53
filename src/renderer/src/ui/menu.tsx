import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import css from './menu.module.css';

export interface MenuEntry {
  readonly id: string;
  readonly label: string;
  readonly icon?: ReactNode;
  readonly danger?: boolean;
  readonly disabled?: boolean;
  readonly onSelect: () => void;
}

/** Actions behind one button. A null entry draws a line. */
export function Menu({
  trigger,
  entries,
}: {
  readonly trigger: ReactElement;
  readonly entries: readonly (MenuEntry | null)[];
}) {
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={css['menu']} align="end" sideOffset={4} collisionPadding={8}>
          {entries.map((entry, index) =>
            entry ? (
              <DropdownMenu.Item
                key={entry.id}
                className={css['item']}
                data-danger={entry.danger || undefined}
                disabled={entry.disabled ?? false}
                onSelect={entry.onSelect}
              >
                {entry.icon}
                {entry.label}
              </DropdownMenu.Item>
            ) : (
              // Lines have no identity of their own; their place is all there is.
              <DropdownMenu.Separator key={`line-${entries[index - 1]?.id ?? ''}`} className={css['line']} />
            ),
          )}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
