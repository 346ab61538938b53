import type { ReactNode } from 'react';
import { Group, Panel, Separator, useDefaultLayout } from 'react-resizable-panels';
import css from './pane.module.css';

interface PaneProps {
  readonly title: string;
  /** Right of the title. */
  readonly head?: ReactNode;
  /** At the end of the head: actions. */
  readonly actions?: ReactNode;
  readonly children: ReactNode;
  /** The children scroll by themselves. */
  readonly fixed?: boolean;
  readonly foot?: ReactNode;
  /** The head says by its controls what the pane is; the title is only spoken. */
  readonly titleSpoken?: boolean;
}

/** One pane of a place: a landmark with a head, a body that scrolls, and an optional foot. F6 moves between panes. */
export function Pane({ title, head, actions, children, fixed = false, foot, titleSpoken = false }: PaneProps) {
  return (
    <section className={css['pane']} aria-label={title} data-pane tabIndex={-1}>
      <header className={css['head']}>
        <h2 className={css['title']} data-spoken={titleSpoken || undefined} title={titleSpoken ? undefined : title}>
          {title}
        </h2>
        {head}
        {actions !== undefined && <div className={css['actions']}>{actions}</div>}
      </header>
      <div className={css['body']} data-fixed={fixed || undefined}>
        {children}
      </div>
      {foot !== undefined && <footer className={css['foot']}>{foot}</footer>}
    </section>
  );
}

export interface SplitPanel {
  readonly id: string;
  readonly content: ReactNode;
  /** Pixels or percentages as `react-resizable-panels` takes them. */
  readonly size?: string;
  readonly min: string;
  readonly max?: string;
}

/** Panes side by side (or above each other) that can be resized and remember their sizes. */
export function Split({
  id,
  panels,
  vertical = false,
}: {
  readonly id: string;
  readonly panels: readonly SplitPanel[];
  readonly vertical?: boolean;
}) {
  const { defaultLayout, onLayoutChanged } = useDefaultLayout({
    id: `pushscope.split.${id}`,
    storage: localStorage,
    panelIds: panels.map((panel) => panel.id),
    onlySaveAfterUserInteractions: true,
  });
  return (
    <Group
      className={css['split']}
      orientation={vertical ? 'vertical' : 'horizontal'}
      defaultLayout={defaultLayout}
      onLayoutChanged={onLayoutChanged}
    >
      {panels.flatMap((panel, index) => [
        ...(index > 0
          ? [
              <Separator
                key={`${panel.id}-separator`}
                className={css['separator']}
                data-vertical={vertical || undefined}
              />,
            ]
          : []),
        <Panel
          key={panel.id}
          id={panel.id}
          minSize={panel.min}
          maxSize={panel.max}
          defaultSize={panel.size}
          className={css['panel']}
        >
          {panel.content}
        </Panel>,
      ])}
    </Group>
  );
}
