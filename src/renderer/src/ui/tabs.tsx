import { Tabs } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './tabs.module.css';

export interface Tab<T extends string> {
  readonly value: T;
  readonly label: ReactNode;
  /** A tab with nothing inside stays, dimmed. */
  readonly empty?: boolean;
  readonly content: ReactNode;
}

/** Parts of one thing, one at a time. */
export function TabSet<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly tabs: readonly Tab<T>[];
  readonly onChange: (value: T) => void;
}) {
  const { label, value, tabs, onChange } = props;
  return (
    <Tabs.Root
      className={css['root']}
      value={value}
      onValueChange={(next) => {
        const found = tabs.find((tab) => tab.value === next);
        if (found) onChange(found.value);
      }}
    >
      <Tabs.List className={css['list']} aria-label={label}>
        {tabs.map((tab) => (
          <Tabs.Trigger key={tab.value} value={tab.value} className={css['tab']} data-empty={tab.empty || undefined}>
            {tab.label}
          </Tabs.Trigger>
        ))}
      </Tabs.List>
      {tabs.map((tab) => (
        <Tabs.Content key={tab.value} value={tab.value} className={css['content']}>
          {tab.content}
        </Tabs.Content>
      ))}
    </Tabs.Root>
  );
}
