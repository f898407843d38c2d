import { say, sayDecimal } from './language.ts';

/** Seconds as a person says them: `about 3 minutes`. */
export function sayDuration(seconds: number): string {
  if (seconds < 60) return say('app.seconds', { n: Math.max(1, Math.round(seconds)) });
  if (seconds < 5400) return say('app.minutes', { n: Math.round(seconds / 60) });
  return say('app.hours', { n: Math.round(seconds / 3600) });
}

/** Bytes as a person says them. */
export function sayBytes(bytes: number): string {
  if (bytes < 1000) return say('app.bytes', { n: bytes });
  return bytes < 1e6
    ? say('app.kilobytes', { n: Math.round(bytes / 1000) })
    : say('app.megabytes', { n: sayDecimal((bytes / 1e6).toFixed(1)) });
}
