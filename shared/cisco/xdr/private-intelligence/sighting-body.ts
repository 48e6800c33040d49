import type { NonEmptyArray } from '../../../non-empty.ts';
import type { Observable } from '../observable.ts';
import { entityBody, type WrittenEntity } from './entity.ts';

/** That observables were met at a moment. */
export interface WrittenSighting extends WrittenEntity {
  readonly title: string;
  readonly description: string;
  readonly observables: NonEmptyArray<Observable>;
  readonly observedAt: Date;
  /** Where a person can read more. */
  readonly link?: string;
}

/** @see https://private.intel.amp.cisco.com/index.html */
export function sightingBody(sighting: WrittenSighting) {
  const { title, description, observables, observedAt, link } = sighting;
  return {
    ...entityBody(sighting),
    type: 'sighting',
    title,
    description,
    count: 1,
    observables,
    observed_time: { start_time: observedAt.toISOString() },
    ...(link === undefined ? {} : { source_uri: link }),
  };
}
