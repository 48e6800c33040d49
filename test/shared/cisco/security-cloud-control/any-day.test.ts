import fc from 'fast-check';
import { expect, it } from 'vitest';
import { AutomationError } from '#shared/errors/automation-error.ts';
import type { ChangeOutcome } from '#shared/people/change-outcome.ts';
import type { PresentPerson } from '#shared/people/directory.ts';
import { type EditableGroup, groupIdSchema } from '#shared/people/groups.ts';
import { type Role, roleIdSchema } from '#shared/people/roles.ts';
import {
  seededGroups,
  seededPeople,
  seededRoles,
} from '../../../simulators/security-cloud-control/people/seed-people.ts';
import { type SimulatedPlatform, startSimulatedPlatform } from './simulated-platform.ts';

const analysts: EditableGroup = {
  id: groupIdSchema.parse(seededGroups.analysts.id),
  name: seededGroups.analysts.name,
  membersManagedBy: 'us',
};
const readOnly: Role = {
  id: roleIdSchema.parse(seededRoles.secureAccessReadOnly.id),
  displayName: 'Read-only',
  products: ['Secure Access'],
};

/** The seeded member as the platform itself sees them. */
function seen({ control }: SimulatedPlatform) {
  return control.state().users.find(({ email }) => email === seededPeople.member.email);
}

/** Changes, each with whether the platform is as they wish. */
const changes: Record<
  string,
  {
    make(platform: SimulatedPlatform, person: PresentPerson): Promise<ChangeOutcome>;
    isSo(platform: SimulatedPlatform): boolean;
  }
> = {
  disable: {
    make: async ({ directory }, person) =>
      person.state === 'disabled' ? { result: 'already' } : directory.disable(person),
    isSo: (platform) => seen(platform)?.status === 'ENTERPRISE_DISABLED',
  },
  enable: {
    make: async ({ directory }, person) =>
      person.state === 'disabled' ? directory.enable(person) : { result: 'already' },
    isSo: (platform) => seen(platform)?.status === 'ACTIVE',
  },
  remove: {
    make: ({ directory }, person) => directory.remove(person),
    isSo: (platform) => seen(platform) === undefined,
  },
  'leave a group': {
    make: ({ groups }, person) => groups.remove(analysts, person),
    isSo: (platform) => !seen(platform)?.groups.includes('SOC analysts'),
  },
  'join a group': {
    make: ({ groups }, person) => groups.add(analysts, person),
    isSo: (platform) => seen(platform)?.groups.includes('SOC analysts') ?? false,
  },
  'lose a role': {
    make: ({ roles }, person) => roles.withdraw(readOnly, person),
    isSo: (platform) => !seen(platform)?.roles.includes('Read-only (Secure Access)'),
  },
  'get a role': {
    make: ({ roles }, person) => roles.assign(readOnly, person),
    isSo: (platform) => seen(platform)?.roles.includes('Read-only (Secure Access)') ?? false,
  },
};

const mishap = fc.constantFrom(
  { kind: 'fail-items' } as const,
  { kind: 'process-then-drop' } as const,
  { kind: 'drop' } as const,
  { kind: 'process-then-respond', status: 500 } as const,
  { kind: 'process-then-respond', status: 200, body: { results: [], userResults: [] } } as const,
  { kind: 'process-then-respond', status: 409, body: { message: 'Conflict' } } as const,
  { kind: 'respond', status: 200, body: '<html>' } as const,
  { kind: 'respond', status: 429 } as const,
  { kind: 'respond', status: 422, body: { error: 'no' } } as const,
  { kind: 'expire-token' } as const,
);

const step = fc.record({
  change: fc.constantFrom(...Object.keys(changes)),
  mishaps: fc.array(mishap, { maxLength: 6 }),
});

it('whatever goes wrong with changes, what is said of them is so, and what cannot be said is thrown', async () => {
  const platform = await startSimulatedPlatform();
  const settings = fc.record({
    userInRoleChange: fc.constantFrom('email', 'id', 'id-or-400'),
    usersWithoutFilter: fc.constantFrom('everybody', 'active-only'),
  });
  await fc.assert(
    fc.asyncProperty(settings, fc.array(step, { minLength: 1, maxLength: 4 }), async (switches, steps) => {
      platform.control.reset({ only: ['people', 'faults', 'settings'] });
      platform.control.changeSettings(switches);
      for (const { change: name, mishaps } of steps) {
        const change = changes[name];
        const person = await platform.find(seededPeople.member.email);
        if (!change || person.state === 'absent') return;
        for (const effect of mishaps) platform.control.addFault({ match: { method: 'PATCH' }, effect });

        const outcome = await change.make(platform, person).catch((error: unknown) => error);

        platform.control.reset({ only: ['faults'] });
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(AutomationError);
        else {
          const isDone = expect.objectContaining({ result: expect.stringMatching(/^(changed|already)$/) });
          expect(outcome).toEqual(
            change.isSo(platform) ? isDone : { result: 'refused', reason: expect.stringMatching(/\S/) },
          );
        }
      }
    }),
    { numRuns: 60 },
  );
}, 60_000);
