import { useEffect } from 'react';
import type { ScenarioFile, ScenarioFrame } from '../../../../../shared/contract/index.ts';
import { useFrom, useStores } from '../../../stores/index.ts';

export interface OnStage {
  readonly scenario: ScenarioFile;
  readonly frames: readonly ScenarioFrame[];
  readonly at: number;
  /** The moment looked at; undefined until the core has played it. */
  readonly frame: ScenarioFrame | undefined;
  readonly before: ScenarioFrame | undefined;
}

/** The scenario on the stage with its moments; null while there is none. */
export const useOnStage = (): OnStage | null => {
  const scenario = useFrom('presets', (state) => state.scenario);
  const frames = useFrom('presets', (state) => state.frames);
  const at = useFrom('presets', (state) => state.at);
  return scenario && { scenario, frames, at, frame: frames[at], before: frames[at - 1] };
};

/** Plays the scenario whenever it, the workspace or a credential changes; puts the first built-in one on an empty stage. */
export const usePlaying = (): void => {
  const { presets, workspace, credentials } = useStores();
  const scenario = useFrom('presets', (state) => state.scenario);
  const library = useFrom('presets', (state) => state.library);
  useEffect(() => {
    if (!scenario) {
      const first = library?.entries.find((entry) => entry.content.kind === 'scenario')?.content;
      if (first?.kind === 'scenario') presets.stage(first, 0, null);
      return;
    }
    const play = () => void presets.play(scenario);
    play();
    const stops = [workspace.subscribe(play), credentials.subscribe(play)];
    return () => {
      for (const stop of stops) stop();
    };
  }, [presets, workspace, credentials, scenario, library]);
};

/** How long a moment stands while the scenario plays by itself. */
const beatMs = 1200;

/** Goes on by one moment per beat while `playing`; calls `onEnd` after the last. */
export const useBeat = (playing: boolean, onEnd: () => void): void => {
  const { presets } = useStores();
  const at = useFrom('presets', (state) => state.at);
  const last = useFrom('presets', (state) => state.frames.length - 1);
  useEffect(() => {
    if (!playing) return;
    const timer = setTimeout(() => (at >= last ? onEnd() : presets.goTo(at + 1)), beatMs);
    return () => clearTimeout(timer);
  }, [playing, at, last, presets, onEnd]);
};
