import { Check } from 'lucide-react';
import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';
import menu from './menu.module.css';
import css from './choice-menu.module.css';

export interface Choice<T extends string> {
  readonly value: T;
  readonly label: string;
  /** One line under the label. */
  readonly about?: string;
  readonly icon?: ReactNode;
}

/** One of several behind one button; the current one has a tick. Choosing the current one again is told too. */
export function ChoiceMenu<T extends string>(props: {
  readonly trigger: ReactElement;
  readonly label: string;
  readonly value: T;
  readonly choices: readonly Choice<T>[];
  readonly onChoose: (value: T) => void;
}) {
  const { trigger, label, value, choices, onChoose } = props;
  return (
    <DropdownMenu.Root>
      <DropdownMenu.Trigger asChild>{trigger}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className={menu['menu']} align="end" sideOffset={4} collisionPadding={8}>
          <DropdownMenu.Label className={css['label']}>{label}</DropdownMenu.Label>
          <DropdownMenu.RadioGroup
            value={value}
            onValueChange={(next) => {
              const found = choices.find((choice) => choice.value === next);
              if (found) onChoose(found.value);
            }}
          >
            {choices.map((choice) => (
              <DropdownMenu.RadioItem key={choice.value} value={choice.value} className={css['item']}>
                <span className={css['tick']}>
                  <DropdownMenu.ItemIndicator>
                    <Check aria-hidden />
                  </DropdownMenu.ItemIndicator>
                </span>
                <span className={css['words']}>
                  <span className={css['name']}>
                    {choice.label}
                    {choice.icon}
                  </span>
                  {choice.about !== undefined && <span className={css['about']}>{choice.about}</span>}
                </span>
              </DropdownMenu.RadioItem>
            ))}
          </DropdownMenu.RadioGroup>
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
