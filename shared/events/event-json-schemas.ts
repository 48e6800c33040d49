import { z } from 'zod';
import { approvalRequestedSchema } from './approval-requested.ts';
import { blockRequestedSchema } from './block-requested.ts';
import { credentialAtRiskSchema, credentialRotatedSchema } from './credential-events.ts';
import { deploymentEndedSchema } from './deployment-ended.ts';
import { enrichRequestedSchema } from './enrich-requested.ts';
import { enrichmentCompletedSchema } from './enrichment-completed.ts';
import { iocReleasedSchema } from './ioc-released.ts';
import { iocBlockedSchema, iocNotBlockedSchema } from './ioc-results.ts';
import { enforcementChangedSchema, listDriftedSchema, listFillingSchema } from './list-events.ts';
import { offboardRequestedSchema } from './offboard-requested.ts';
import { onboardRequestedSchema } from './onboard-requested.ts';
import { organisationOnboardRequestedSchema } from './organisation-onboard-requested.ts';
import {
  organisationOnboardedSchema,
  organisationOnboardingIncompleteSchema,
} from './organisation-results.ts';
import {
  heldPeopleDecidedSchema,
  personChangeWithdrawnSchema,
  personUndoRequestedSchema,
} from './people-commands.ts';
import {
  invitationsOpenSchema,
  offboardingIncompleteSchema,
  offboardingUndoneSchema,
  onboardingIncompleteSchema,
  peopleHeldSchema,
  peopleRefusedSchema,
  personChangeDueSchema,
  userOffboardedSchema,
  userOnboardedSchema,
} from './people-results.ts';
import { releaseRequestedSchema } from './release-requested.ts';

/**
 * JSON Schema of each event's `detail`, for teams who publish or subscribe in other languages.
 * A command is described as it may be sent, so defaults are optional; a result as it is published. Results about people
 * have no defaults, so that both are one, and an address is published as it is read.
 */
export const eventJsonSchemas = {
  'block-requested': z.toJSONSchema(blockRequestedSchema, { io: 'input' }),
  'ioc-blocked': z.toJSONSchema(iocBlockedSchema, { io: 'output' }),
  'credential-at-risk': z.toJSONSchema(credentialAtRiskSchema, { io: 'output' }),
  'credential-rotated': z.toJSONSchema(credentialRotatedSchema, { io: 'output' }),
  'ioc-not-blocked': z.toJSONSchema(iocNotBlockedSchema, { io: 'output' }),
  'ioc-released': z.toJSONSchema(iocReleasedSchema, { io: 'output' }),
  'approval-requested': z.toJSONSchema(approvalRequestedSchema, { io: 'output' }),
  'release-requested': z.toJSONSchema(releaseRequestedSchema, { io: 'input' }),
  'enrich-requested': z.toJSONSchema(enrichRequestedSchema, { io: 'input' }),
  'enrichment-completed': z.toJSONSchema(enrichmentCompletedSchema, { io: 'output' }),
  'onboard-requested': z.toJSONSchema(onboardRequestedSchema, { io: 'input' }),
  'offboard-requested': z.toJSONSchema(offboardRequestedSchema, { io: 'input' }),
  'person-change-withdrawn': z.toJSONSchema(personChangeWithdrawnSchema, { io: 'input' }),
  'person-undo-requested': z.toJSONSchema(personUndoRequestedSchema, { io: 'input' }),
  'held-people-decided': z.toJSONSchema(heldPeopleDecidedSchema, { io: 'input' }),
  'people-held': z.toJSONSchema(peopleHeldSchema, { io: 'input' }),
  'people-refused': z.toJSONSchema(peopleRefusedSchema, { io: 'input' }),
  'person-change-due': z.toJSONSchema(personChangeDueSchema, { io: 'input' }),
  'user-onboarded': z.toJSONSchema(userOnboardedSchema, { io: 'input' }),
  'onboarding-incomplete': z.toJSONSchema(onboardingIncompleteSchema, { io: 'input' }),
  'user-offboarded': z.toJSONSchema(userOffboardedSchema, { io: 'input' }),
  'offboarding-incomplete': z.toJSONSchema(offboardingIncompleteSchema, { io: 'input' }),
  'offboarding-undone': z.toJSONSchema(offboardingUndoneSchema, { io: 'input' }),
  'invitations-open': z.toJSONSchema(invitationsOpenSchema, { io: 'input' }),
  'organisation-onboard-requested': z.toJSONSchema(organisationOnboardRequestedSchema, { io: 'input' }),
  'organisation-onboarded': z.toJSONSchema(organisationOnboardedSchema, { io: 'output' }),
  'organisation-onboarding-incomplete': z.toJSONSchema(organisationOnboardingIncompleteSchema, {
    io: 'output',
  }),
  'list-drifted': z.toJSONSchema(listDriftedSchema, { io: 'output' }),
  'enforcement-changed': z.toJSONSchema(enforcementChangedSchema, { io: 'output' }),
  'list-filling': z.toJSONSchema(listFillingSchema, { io: 'output' }),
  'deployment-ended': z.toJSONSchema(deploymentEndedSchema, { io: 'output' }),
};
