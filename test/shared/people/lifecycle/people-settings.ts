import type { z } from 'zod';
import { type LifecycleSource, lifecycleSourceSchema } from '#shared/config/lifecycle-source.ts';
import { type PeopleSettings, peopleSchema } from '#shared/config/people.ts';

/** Settings of a company in Zürich; what a test is about is said by the test. */
export function peopleSettings(own: Partial<z.input<typeof peopleSchema>> = {}): PeopleSettings {
  return peopleSchema.parse({
    organisations: ['corp'],
    timeZone: 'Europe/Zurich',
    timeZonesByLocation: { Bogotá: 'America/Bogota' },
    profiles: {
      analyst: {
        adminGroups: ['SecOps'],
        roles: [{ product: 'Secure Access', role: 'Read Only' }],
        alsoKnownAs: ['Information Security'],
      },
      guest: {},
    },
    sources: {},
    ...own,
  });
}

/** A source of one kind, as configured. */
export function lifecycleSource<Kind extends LifecycleSource['kind']>(
  settings: Extract<z.input<typeof lifecycleSourceSchema>, { kind: Kind }>,
): Extract<LifecycleSource, { kind: Kind }> {
  const source = lifecycleSourceSchema.parse(settings);
  if (!isOfKind(source, settings.kind)) throw new Error('The schema changed the kind.');
  return source;
}

function isOfKind<Kind extends LifecycleSource['kind']>(
  source: LifecycleSource,
  kind: Kind,
): source is Extract<LifecycleSource, { kind: Kind }> {
  return source.kind === kind;
}
