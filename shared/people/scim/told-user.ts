import { plainLine } from '../../approvals/plain-line.ts';
import { claimedName } from '../lifecycle/claimed-identity.ts';
import type { ProvisionedUser } from './provisioned-user.ts';
import { scimUserSchema, withPlainNames } from './scim-body.ts';

/** What the body of a user tells that is kept to be shown again to its provider; what it leaves out is not there. */
export type ToldUser = Partial<Pick<ProvisionedUser, 'userName' | 'externalId' | 'name'>>;

const longestText = 254;

/** @param usualUserName where none is told: an address, mostly. */
export function toldUser(body: unknown, usualUserName: string): ToldUser {
  const parsed = scimUserSchema.safeParse(withPlainNames(body));
  if (!parsed.success) return {};
  const { username, externalid, displayname, name } = parsed.data;
  const shown = claimedName({
    firstName: name?.givenname,
    lastName: name?.familyname,
    fullName: name?.formatted ?? displayname,
  });
  return {
    userName: plainLine(username ?? '', longestText) || usualUserName,
    ...(externalid !== undefined && { externalId: plainLine(externalid, longestText) }),
    ...(shown && { name: shown }),
  };
}
