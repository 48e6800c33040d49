import { RefusedInput } from '#shared/errors/refused-input.ts';
import { parseInput } from '../../control/parse-input.ts';
import type { Cloud } from '../cloud.ts';
import { redeem } from '../subscriptions/redeem.ts';
import {
  type ClaimCodeInput,
  claimCodeInputSchema,
  type OrganisationChangeInput,
  organisationChangeSchema,
} from './organisation-inputs.ts';

/** What Cisco and its partners do past the API: make a manager of an organisation, sell a claim code. */
export class OrganisationControl {
  readonly #cloud: Cloud;

  constructor(cloud: Cloud) {
    this.#cloud = cloud;
  }

  change(organisationId: string, input: OrganisationChangeInput): void {
    const organisation = this.#cloud.organisations.find(organisationId);
    if (!organisation) throw new RefusedInput(`there is no organisation ${organisationId}`);
    this.#cloud.organisations.put({ ...organisation, ...parseInput(organisationChangeSchema, input) });
  }

  putClaimCode(input: ClaimCodeInput): void {
    const { expiresAt, ...claimCode } = parseInput(claimCodeInputSchema, input);
    this.#cloud.claimCodes.put({ ...claimCode, expiresAt: expiresAt === null ? null : new Date(expiresAt) });
  }

  /** Redeems a claim code in the console, without setting anything up. */
  redeem(organisationId: string, code: string): void {
    const claimCode = this.#cloud.claimCodes.find(code);
    if (!claimCode) throw new RefusedInput('there is no such claim code');
    redeem(claimCode, organisationId, [], this.#cloud);
  }

  /** Takes somebody out of an organisation that was made here, as one of its administrators might. */
  removeUser(organisationId: string, email: string): void {
    this.#cloud.peopleOf(organisationId).users.delete(email);
  }
}
