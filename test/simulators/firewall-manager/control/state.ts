import type { UniversalEffect } from '../../cloud/faults.ts';
import type { UniversalState } from '../../control/cloud-control.ts';
import { shortTokenId } from '../../http/bearer-token.ts';
import type { IssuedApiToken } from '../api-tokens.ts';
import type { Cloud } from '../cloud.ts';
import type { OwnEffect } from '../fault.ts';
import type { AccessRule } from '../firewalls/access-rules.ts';
import type { DeploymentRun } from '../firewalls/deployment-runs.ts';
import type { PendingChange } from '../firewalls/pending-changes.ts';
import type { Settings } from '../settings.ts';
import { tenant } from '../tenant.ts';
import type { User } from '../users.ts';
import type { VpnSession } from '../vpn-sessions.ts';

/** The tenant at a glance. It shows no token. */
export interface SimulatorState extends UniversalState<Settings, UniversalEffect | OwnEffect>, TenantState {}

export interface TenantState {
  readonly tenantUid: string;
  readonly users: readonly (User & { readonly tokens: readonly TokenState[] })[];
  /** Who is connected, whether the list of the API shows it or not. */
  readonly vpnSessions: readonly VpnSession[];
  readonly accessRules: readonly AccessRule[];
  readonly pendingChanges: readonly PendingChange[];
  readonly deployments: readonly DeploymentRun[];
}

/** What became of a token of a user who still exists or not. */
export interface TokenState {
  /** The start of the token's SHA-256. */
  readonly tokenId: string;
  readonly works: boolean;
  readonly issuedAt: Date;
  readonly revokedAt: Date | null;
}

/** What is this cloud's own in its state. */
export function stateOf(cloud: Cloud): TenantState {
  return {
    tenantUid: tenant.uid,
    vpnSessions: cloud.vpn.live(),
    accessRules: cloud.accessRules.all(),
    pendingChanges: cloud.pendingChanges.all(),
    deployments: cloud.deploymentRuns.all(),
    users: cloud.users.all().map((user) => ({
      ...user,
      tokens: cloud.tokens.ofUser(user.uid).map((issued) => tokenState(issued, cloud)),
    })),
  };
}

export function tokenState(
  { token, userUid, issuedAt, revokedAt }: IssuedApiToken,
  cloud: Cloud,
): TokenState {
  const works = revokedAt === null && cloud.users.find(userUid) !== undefined;
  return { tokenId: shortTokenId(token), works, issuedAt, revokedAt };
}
