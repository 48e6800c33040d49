import type { Organisation } from '../../config/organisation.ts';
import type { CredentialKind } from '../../events/credential-events.ts';
import type { FunctionName } from '../../lambda/environment.ts';

/** When a credential that still works becomes a person's business. */
export interface CredentialLimits {
  /** Steps at which it is said to end soon, in days left, from early to late. Empty: it is renewed well before. */
  readonly warnAtDaysLeft: readonly number[];
  /** Age in days from which it is too old; left out: age does not matter. */
  readonly tooOldAfterDays?: number;
  /** Which function replaces it in time; left out: a person does. */
  readonly replacedBy?: FunctionName;
}

/** For what only a person, or a chain that has to hold, can renew: time to plan, then the last call. */
const plannedByPeople = [14, 5];

/** For what a schedule replaces daily when due: a warning means that the schedule has failed for days. */
const replacedBySchedule = [3];

/** A replacement that failed once is tried again the next day; only then is it late. */
const graceDays = 2;

/**
 * An XDR client lives until its owner leaves, so nothing ends it in time; half a year is our own limit.
 * @see https://docs.xdr.security.cisco.com/Content/Administration/api-clients.htm
 */
const oldestXdrClientDays = 180;

/** The limits of one credential, by what its organisation is configured for. */
export function credentialLimits(kind: CredentialKind, organisation: Organisation): CredentialLimits {
  const { keyRotation, logBucketKeyRotation } = organisation.secureAccess;
  switch (kind) {
    case 'secure-access-api-key':
      return keyRotation
        ? {
            warnAtDaysLeft: replacedBySchedule,
            tooOldAfterDays: keyRotation.everyDays + graceDays,
            replacedBy: 'rotate-secure-access-key',
          }
        : { warnAtDaysLeft: plannedByPeople };
    case 'scc-api-key':
      return { warnAtDaysLeft: plannedByPeople, replacedBy: 'rotate-scc-token' };
    case 'secure-access-key-admin-key':
      return { warnAtDaysLeft: plannedByPeople };
    case 'log-bucket-key':
      return {
        warnAtDaysLeft: replacedBySchedule,
        ...(logBucketKeyRotation && { tooOldAfterDays: logBucketKeyRotation.everyDays + graceDays }),
        replacedBy: 'rotate-log-bucket-key',
      };
    case 'firewall-manager-token':
      return {
        warnAtDaysLeft: [],
        ...(organisation.firewallManager && {
          tooOldAfterDays: organisation.firewallManager.everyDays + graceDays,
        }),
        replacedBy: 'rotate-firewall-manager-token',
      };
    case 'xdr-client':
      return { warnAtDaysLeft: [], tooOldAfterDays: oldestXdrClientDays };
    case 'secure-access-access-token':
      return { warnAtDaysLeft: [], replacedBy: 'mint-secure-access-token' };
    case 'scc-access-token':
      return { warnAtDaysLeft: [], replacedBy: 'rotate-scc-token' };
  }
}
