import { Pause, Play, SkipBack, StepBack, StepForward } from 'lucide-react';
import { useCallback, useState } from 'react';
import { useWords } from '../../../i18n/index.ts';
import { useStores } from '../../../stores/index.ts';
import { IconButton } from '../../../ui/button.tsx';
import { useBeat, type OnStage } from './use-scenario.ts';
import css from './scenario.module.css';

/** Back, forward, from the start, and by itself. */
export function Transport({ stage: { at, frames } }: { readonly stage: OnStage }) {
  const { t } = useWords();
  const { presets } = useStores();
  const [playing, setPlaying] = useState(false);
  const stop = useCallback(() => setPlaying(false), []);
  useBeat(playing, stop);
  const last = frames.length - 1;
  const go = (to: number) => {
    setPlaying(false);
    presets.goTo(to);
  };
  const play = () => {
    if (!playing && at >= last) presets.goTo(0);
    setPlaying(!playing);
  };
  return (
    <div className={css['transport']} role="toolbar" aria-label={t('compose.scenario.transport')}>
      <IconButton icon={<SkipBack />} label={t('compose.scenario.first')} disabled={at <= 0} onClick={() => go(0)} />
      <IconButton
        icon={<StepBack />}
        label={t('compose.scenario.back')}
        disabled={at <= 0}
        onClick={() => go(at - 1)}
      />
      <IconButton
        icon={playing ? <Pause /> : <Play />}
        label={t(playing ? 'compose.scenario.pause' : 'compose.scenario.play')}
        disabled={last < 1}
        onClick={play}
      />
      <IconButton
        icon={<StepForward />}
        label={t('compose.scenario.forward')}
        disabled={at >= last}
        onClick={() => go(at + 1)}
      />
      <span role="status" className={css['where']}>
        {t('compose.scenario.where', { n: Math.max(0, at), all: Math.max(0, last) })}
      </span>
    </div>
  );
}
