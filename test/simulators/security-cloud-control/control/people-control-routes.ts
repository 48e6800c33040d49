import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { seededGroups, seededPeople } from '../people/seed-people.ts';
import type { SimulatorControl } from './control.ts';
import { emailInputSchema, groupInputSchema, roleInputSchema, userInputSchema } from './people-inputs.ts';

/** The control routes about users, groups and roles. */
export const peopleControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'POST',
    template: '/_control/users',
    purpose: 'make a user, or change the one with the same e-mail address',
    example: { path: '/_control/users', body: { ...seededPeople.member, status: 'LOCKED_OUT' } },
    run: (control, { body }) => {
      control.people.putUser(parseInput(userInputSchema, body));
      return { users: control.state().users };
    },
  },
  {
    method: 'POST',
    template: '/_control/users/accept',
    purpose: 'accept an invitation, as only the person can',
    example: { path: '/_control/users/accept', body: { email: seededPeople.invited.email } },
    run: (control, { body }) => {
      control.people.acceptInvitation(parseInput(emailInputSchema, body).email);
      return { users: control.state().users };
    },
  },
  {
    method: 'POST',
    template: '/_control/groups',
    purpose: 'make a group, or replace the one with the same id',
    example: {
      path: '/_control/groups',
      body: { ...seededGroups.engineers, members: [seededPeople.member.email] },
    },
    run: (control, { body }) => {
      control.people.putGroup(parseInput(groupInputSchema, body));
      return { groups: control.state().groups };
    },
  },
  {
    method: 'POST',
    template: '/_control/roles',
    purpose: 'make a role, or replace the one with the same id',
    example: {
      path: '/_control/roles',
      body: {
        id: '27f3a1c0-94d5-4c1b-8a56-0d6f0a4be0aa',
        displayName: 'Auditor',
        products: [{ key: 'firewall', name: 'Firewall' }],
        users: [seededPeople.member.email],
      },
    },
    run: (control, { body }) => {
      control.people.putRole(parseInput(roleInputSchema, body));
      return { users: control.state().users };
    },
  },
];
