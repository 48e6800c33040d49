import type { Cloud } from '../cloud.ts';
import { seedKeys, seedLists } from '../seed.ts';
import { defaultSettings } from '../settings.ts';
import { resetParts } from './inputs.ts';

export type ResetPart = (typeof resetParts)[number];

const resetOf: Readonly<Record<ResetPart, (cloud: Cloud) => void>> = {
  clock: (cloud) => {
    cloud.clock.reset();
    // Requests counted ahead of the clock would block their keys until it caught up.
    cloud.rateLimits.clear();
  },
  log: (cloud) => cloud.log.clear(),
  faults: (cloud) => cloud.faults.clear(),
  settings: (cloud) => {
    cloud.settings = defaultSettings;
  },
  lists: (cloud) => {
    cloud.lists.clear();
    cloud.rules.clear();
    cloud.postings.clear();
    seedLists(cloud);
  },
  keys: (cloud) => {
    cloud.keys.clear();
    cloud.tokens.clear();
    cloud.rateLimits.clear();
    seedKeys(cloud);
  },
};

/** Puts the named parts back to how they are at the start, in the order of {@link resetParts}. */
export function reset(cloud: Cloud, parts: readonly ResetPart[] = resetParts): void {
  for (const part of resetParts) {
    if (parts.includes(part)) resetOf[part](cloud);
  }
}
