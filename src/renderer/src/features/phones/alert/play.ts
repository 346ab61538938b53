/** Two short tones that stand in for a phone's sound, which is not ours to ship. A critical one is longer. */
export const playStandIn = (isCritical: boolean): void => {
  const audio = new AudioContext();
  const tones = isCritical ? [880, 880, 880] : [988, 1319];
  const each = 0.16;
  for (const [index, frequency] of tones.entries()) {
    const from = audio.currentTime + index * each;
    const tone = new OscillatorNode(audio, { frequency });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0.0001, from);
    volume.gain.exponentialRampToValueAtTime(0.2, from + 0.01);
    volume.gain.exponentialRampToValueAtTime(0.0001, from + each * 2);
    tone.connect(volume).connect(audio.destination);
    tone.start(from);
    tone.stop(from + each * 2);
    if (index === tones.length - 1) tone.addEventListener('ended', () => void audio.close());
  }
};
