const SECONDS = 0.25

/** One short, soft tone. Nothing is loaded for it. */
export function chime(): void {
  const context = new AudioContext()
  const tone = context.createOscillator()
  const loudness = context.createGain()
  tone.frequency.value = 660
  loudness.gain.setValueAtTime(0.08, context.currentTime)
  loudness.gain.exponentialRampToValueAtTime(0.001, context.currentTime + SECONDS)
  tone.connect(loudness).connect(context.destination)
  tone.start()
  tone.stop(context.currentTime + SECONDS)
  tone.onended = () => void context.close()
}
