import { expect, it } from 'vitest';
import { organisationNameSchema } from '#shared/config/names.ts';
import { emailAddressSchema } from '#shared/people/email-address.ts';
import type { LifecycleRequest } from '#shared/people/lifecycle/lifecycle-request.ts';
import type { StepName, StepRecord } from '#shared/people/steps/step-record.ts';
import { stepsView } from '#shared/people/views/steps-view.ts';
import { personChange } from '../changes/person-changes.ts';

const organisation = organisationNameSchema.parse('main');
const leaving: LifecycleRequest = {
  kind: 'offboard',
  email: emailAddressSchema.parse('ada@corp.example'),
  emailOrigin: 'stated',
  effective: { kind: 'immediate', since: new Date('2026-11-22T03:00:00Z') },
  departure: 'unknown',
};

const recorded = (step: StepName): StepRecord => ({
  step,
  organisation,
  result: 'done',
  attempts: 1,
  beganAt: new Date('2026-11-22T03:00:00Z'),
  summary: '',
});

it('steps are told in the order in which they are done, whatever the order of the journal', () => {
  const change = personChange(leaving, { state: 'done', at: new Date('2026-11-22T03:01:00Z') });
  const journal: StepName[] = ['delete-firewall-account', 'withdraw-roles', 'disable-sign-in'];

  const { done, pending } = stepsView(change, journal.map(recorded), [organisation]);

  expect(done.map(({ step }) => step)).toEqual([
    'disable-sign-in',
    'withdraw-roles',
    'delete-firewall-account',
  ]);
  expect(pending.map(({ step }) => step)).toEqual(['remove-from-organisation']);
});
