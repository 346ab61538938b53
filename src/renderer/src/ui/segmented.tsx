import { ToggleGroup } from 'radix-ui';
import type { ReactNode } from 'react';
import css from './segmented.module.css';

export interface Segment<T extends string> {
  readonly value: T;
  readonly label: string;
  readonly icon?: ReactNode;
  /** Show the icon only; the label is still spoken. */
  readonly iconOnly?: boolean;
  /** Spoken instead of the label, where the icon says something too or the label is short. Contains the label. */
  readonly spoken?: string;
}

/** A choice of one of few, all visible: views of the same thing, states. */
export function Segmented<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly segments: readonly Segment<T>[];
  readonly onChange: (value: T) => void;
  readonly wide?: boolean;
}) {
  const { label, value, segments, onChange, wide = false } = props;
  return (
    <ToggleGroup.Root
      type="single"
      className={css['group']}
      data-wide={wide || undefined}
      aria-label={label}
      value={value}
      // Radix gives an empty value when the pressed one is pressed again; there is always one chosen here.
      onValueChange={(next: string) => {
        const found = segments.find((segment) => segment.value === next);
        if (found) onChange(found.value);
      }}
    >
      {segments.map((segment) => (
        <ToggleGroup.Item
          key={segment.value}
          value={segment.value}
          className={css['segment']}
          aria-label={segment.spoken ?? segment.label}
          // Also where a narrow place leaves only the icon of a segment that has words.
          title={segment.spoken ?? segment.label}
        >
          {segment.icon}
          {!segment.iconOnly && <span className={css['words']}>{segment.label}</span>}
        </ToggleGroup.Item>
      ))}
    </ToggleGroup.Root>
  );
}
