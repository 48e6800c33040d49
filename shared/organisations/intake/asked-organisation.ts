import { z } from 'zod';
import { RefusedInput } from '../../errors/refused-input.ts';
import { describeMismatch } from '../../webhooks/parsers/describe-mismatch.ts';
import { claimCodeInClear, holdsClaimCode } from '../claim-code.ts';
import type { OrganisationOrder } from '../organisation-order.ts';
import { checkNames, organisationRequestMembers } from '../organisation-request.ts';

const bodySchema = z
  .strictObject({
    ticket: z.string().trim().min(1).max(100).optional(),
    ...organisationRequestMembers,
  })
  .superRefine(checkNames);

/**
 * Reads the body of `POST /organisations`.
 * @throws RefusedInput that says what is wrong and quotes nothing, for somebody may have written a claim code there
 */
export function readAskedOrganisation(body: unknown): Pick<OrganisationOrder, 'request' | 'ticket'> {
  if (holdsClaimCode(JSON.stringify(body))) {
    throw new RefusedInput(`Somewhere in the body, ${claimCodeInClear}.`);
  }
  const asked = bodySchema.safeParse(body);
  if (!asked.success) {
    throw new RefusedInput(
      `The body does not describe an organisation: ${describeMismatch(asked.error)}. Send { "name": "Northwind", "region": "EU", "claimCode": "<name of the stored claim code>", "products": [{ "product": "Secure Access", "region": "EMEA" }] }.`,
    );
  }
  const { ticket, ...request } = asked.data;
  return { request, ticket };
}
