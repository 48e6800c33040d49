/** A moment as people read it: `2026-12-01 04:00 UTC`. */
export function displayTime(at: Date): string {
  return `${at.toISOString().slice(0, 16).replace('T', ' ')} UTC`;
}
