import { readFileSync, writeFileSync } from 'node:fs';
import * as z from 'zod';

const WindowState = z.object({
  x: z.number().int().optional(),
  y: z.number().int().optional(),
  width: z.number().int().min(1024).max(20_000),
  height: z.number().int().min(640).max(20_000),
  maximized: z.boolean(),
});
export type WindowState = z.infer<typeof WindowState>;
export const defaultWindowState: WindowState = { width: 1440, height: 900, maximized: false };

interface Area {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The remembered place of the window, or the default when there is none, it is damaged, or it lies on a screen that is gone. */
export const readWindowState = (file: string, screens: readonly Area[]): WindowState => {
  let state: WindowState;
  try {
    state = WindowState.parse(JSON.parse(readFileSync(file, 'utf8')));
  } catch {
    return defaultWindowState;
  }
  const { x, y } = state;
  if (x === undefined || y === undefined) return state;
  const seen = screens.some(
    (area) => x >= area.x - 50 && y >= area.y - 50 && x < area.x + area.width - 100 && y < area.y + area.height - 100,
  );
  return seen ? state : { width: state.width, height: state.height, maximized: state.maximized };
};

export const writeWindowState = (file: string, state: WindowState): void => {
  writeFileSync(file, JSON.stringify(state));
};
