import type { Group } from '../../groups.ts';
import type { StepResult } from '../../working/step.ts';
import { amountOf } from '../amount-of.ts';
import type { OffboardingStep } from '../leaver.ts';
import { listed } from '../listed.ts';
import { type NotTaken, takeEach } from './take-each.ts';

/** Those of the platform itself go unsaid: one of them is what keeps a disabled person out. */
const managers = {
  'identity-provider': 'the identity provider',
  'another-organisation': 'another organisation',
} as const;

/** Takes the person out of every group that is ours to change; those that are not are named. */
export const removeFromGroups: OffboardingStep = async (
  { email, places: { directory, groups } },
  context,
) => {
  const person = await directory.find(email);
  if (person.state === 'absent') {
    return { result: 'not-needed', summary: 'the organisation does not list the person' };
  }
  const current = await groups.of(person);
  const ours = current.filter((group) => group.membersManagedBy === 'us');
  if (ours.length > 0) await context.keep({ groups: ours.map(({ id, name }) => ({ id, name })) });
  const notTaken = await takeEach(
    ours.map((group) => ({ name: group.name, take: () => groups.remove(group, person) })),
  );
  return described(context.takenAway.groups?.map(({ name }) => name) ?? [], notTaken, current);
};

function described(
  names: readonly string[],
  notTaken: readonly NotTaken[],
  current: readonly Group[],
): StepResult {
  const left = current.flatMap(({ name, membersManagedBy }) =>
    membersManagedBy === 'identity-provider' || membersManagedBy === 'another-organisation'
      ? [`${name} is left to ${managers[membersManagedBy]}`]
      : [],
  );
  const refused = notTaken.map(({ name, reason }) => `still in ${name}: ${reason}`);
  const gone = names.filter((name) => !notTaken.some((one) => one.name === name));
  const summary = [
    ...refused,
    gone.length > 0
      ? `removed from ${amountOf(gone.length, 'group')}: ${listed(gone)}`
      : 'no group was left to remove the person from',
    ...left,
  ].join('; ');
  if (refused.length > 0) return { result: 'open', summary };
  return { result: names.length > 0 ? 'done' : 'not-needed', summary };
}
