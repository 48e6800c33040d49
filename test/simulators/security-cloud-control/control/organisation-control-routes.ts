import { z } from 'zod';
import type { ControlRoute } from '../../control/control-route.ts';
import { parseInput } from '../../control/parse-input.ts';
import { seededOrganisation } from '../seed.ts';
import { seededOffers } from '../subscriptions/seed-claim-codes.ts';
import type { SimulatorControl } from './control.ts';
import { claimCodeInputSchema, organisationChangeSchema } from './organisation-inputs.ts';

const organisationIdSchema = z.object({ organisationId: z.uuid() });

/** The control routes about organisations and what is sold to them. */
export const organisationControlRoutes: readonly ControlRoute<SimulatorControl>[] = [
  {
    method: 'PUT',
    template: '/_control/organisations/{organisationId}',
    purpose: 'make an organisation a manager, which makes others, or a standalone one again',
    example: { path: `/_control/organisations/${seededOrganisation.id}`, body: { type: 'MANAGER' } },
    run: (control, { parameters, body }) => {
      const { organisationId } = parseInput(organisationIdSchema, parameters);
      control.organisations.change(organisationId, parseInput(organisationChangeSchema, body));
      return { organisations: control.state().organisations };
    },
  },
  {
    method: 'POST',
    template: '/_control/claim-codes',
    purpose: 'sell a claim code, or change the one that is the same',
    example: {
      path: '/_control/claim-codes',
      body: {
        code: 'LOCL-NEXT-CODE-0004',
        subscriptionName: 'Sub0004',
        type: 'trial',
        products: [seededOffers.secureAccess],
      },
    },
    run: (control, { body }) => {
      control.organisations.putClaimCode(parseInput(claimCodeInputSchema, body));
      return { unusedClaimCodes: control.state().unusedClaimCodes };
    },
  },
];
