import type { Cloud } from './cloud.ts';

/** Whether something that was made then shows in lists by now. */
export function isListed(
  created: Date | undefined,
  { clock, settings }: Pick<Cloud, 'clock' | 'settings'>,
): boolean {
  if (created === undefined) return true;
  return clock.now().getTime() >= created.getTime() + settings.listDelaySeconds * 1_000;
}
