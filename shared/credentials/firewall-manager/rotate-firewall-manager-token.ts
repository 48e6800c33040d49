import type { TokenInfo } from '../../cisco/firewall-manager/api-tokens.ts';
import type { FirewallManagerSettings } from '../../cisco/firewall-manager/base-url.ts';
import { ConfigurationProblem } from '../../errors/configuration-problem.ts';
import { RetryLater } from '../../errors/retry-later.ts';
import type { Clock } from '../../time/clock.ts';
import type { Sleep } from '../../time/sleep.ts';
import type { Rotation } from '../rotation-request.ts';
import type { ReadSecret } from '../secret-reader.ts';
import type { SecretVersions } from '../secret-versions.ts';
import type { StoredFirewallManagerToken } from './stored-token.ts';
import { tokenProblems } from './token-problems.ts';

/** A new token is tried this often: the cloud may need a moment until it knows it everywhere. */
const mostProofs = 3;
const waitBetweenProofsMilliseconds = 5_000;

type Stored = ReadSecret<StoredFirewallManagerToken>;

export interface TokenRotationPorts {
  readonly versions: SecretVersions<StoredFirewallManagerToken>;
  readonly apiTokens: {
    /** Nothing when the token does not work. */
    describe(token: string): Promise<TokenInfo | undefined>;
    generate(callersToken: string, apiUserUid: string): Promise<string>;
    revokeAllOf(callersToken: string, apiUserUid: string): Promise<void>;
  };
  readonly clock: Clock;
  readonly sleep: Sleep;
  /** A random UUID. */
  readonly newVersionId: () => string;
}

/** What a rotation needs of the configuration. */
export type TokenRotation = Pick<
  FirewallManagerSettings,
  'tenantUid' | 'apiUserUids' | 'roles' | 'everyDays'
> & {
  readonly isForced: boolean;
};

/**
 * Replaces the API token by one of the other API-only user. Of the two users one is in use, and the other one, the
 * idle, has no token; only during a rotation both have.
 *  1. Prove the present token, which also tells whose it is, and with that which user is idle.
 *  2. Go on with a token of the idle user that an earlier run has stored and that works.
 *  3. Else revoke what the idle user has: the former token, or one whose answer was lost. It is in no secret.
 *  4. If it is time: generate a token for the idle user, store it as pending, prove it.
 *  5. Promote it, unless somebody has stored another one meanwhile; then revoke the former user's token.
 * Revoking before generating makes it indifferent what generating does to a user who has a token, which is not known.
 * A run may die anywhere: the present token is never touched, and the next run goes on at 2 or cleans up at 3.
 * @throws ConfigurationProblem when the stored token does not work or is not what the configuration says
 */
export async function rotateFirewallManagerToken(
  rotation: TokenRotation,
  ports: TokenRotationPorts,
): Promise<Rotation> {
  const { versions, apiTokens, clock } = ports;
  const current = await readCurrent();
  const presentUser = (await provePresent(current)).uid;
  const idleUser = rotation.apiUserUids.find((uid) => uid !== presentUser);
  if (idleUser === undefined) throw new ConfigurationProblem('Name two different API-only users.');

  const unfinished = await findUnfinished();
  if (unfinished) return promote(unfinished);
  await revokeIdle(current, idleUser);
  if (!rotation.isForced && !isDue()) return { kind: 'kept', reason: 'not-due' };
  return promote(await generate(idleUser));

  async function readCurrent(): Promise<Stored> {
    const stored = await versions.read('AWSCURRENT');
    if (stored) return stored;
    throw new ConfigurationProblem(
      'No Firewall Manager token is stored, or not as { "token": "…" }. Store one of an API-only user: npm run cli -- credentials set <organisation>/firewall-manager-token',
    );
  }

  async function provePresent(stored: Stored): Promise<TokenInfo> {
    const info = await apiTokens.describe(stored.value.token);
    const problems = info ? tokenProblems(info, rotation) : ['it was revoked or belongs to another region'];
    if (info && problems.length === 0) return info;
    throw new ConfigurationProblem(
      `The stored Firewall Manager token cannot be used: ${problems.join('; ')}. Generate a token for one of the configured API-only users in Firewall Manager under Settings > User Management, and store it: npm run cli -- credentials set <organisation>/firewall-manager-token`,
    );
  }

  /**
   * A pending version counts if it was made for the version that is current now and has never been current itself:
   * else a person has stored another token, or gone back to the former one, and that stands.
   */
  async function findUnfinished(): Promise<Stored | undefined> {
    const pending = await versions.read('AWSPENDING');
    if (pending?.value.replacesVersionId !== current.versionId) return undefined;
    const previous = await versions.read('AWSPREVIOUS');
    if ([current.versionId, previous?.versionId].includes(pending.versionId)) return undefined;
    return (await problemsOfNew(pending)).length === 0 ? pending : undefined;
  }

  async function problemsOfNew({ value }: Stored): Promise<string[]> {
    const info = await apiTokens.describe(value.token);
    if (!info) return ['it does not work'];
    if (info.uid === idleUser) return tokenProblems(info, rotation);
    return [`it belongs to user ${info.uid} and not to ${idleUser}, for whom it was generated`];
  }

  /**
   * Ends every token of the user who is not in use. The secret is read again right before: were another version
   * current by now, its token might be that user's.
   */
  async function revokeIdle(inUse: Stored, uid: string): Promise<void> {
    if ((await versions.read('AWSCURRENT'))?.versionId !== inUse.versionId) {
      throw new RetryLater(
        'Somebody has stored another Firewall Manager token during the rotation; nothing was revoked.',
      );
    }
    await apiTokens.revokeAllOf(inUse.value.token, uid);
  }

  function isDue(): boolean {
    const { createdAt } = current.value;
    // A pasted token has an unknown age; that of its successor is known.
    if (createdAt === undefined) return true;
    return clock.now().getTime() - Date.parse(createdAt) >= rotation.everyDays * 86_400_000;
  }

  async function generate(userUid: string): Promise<Stored> {
    const createdAt = clock.now().toISOString();
    const token = await apiTokens.generate(current.value.token, userUid);
    const value = { token, userUid, createdAt, replacesVersionId: current.versionId };
    const versionId = ports.newVersionId();
    await versions.put(value, 'AWSPENDING', versionId);
    const made = { value, versionId };
    for (let attempt = 1; ; attempt++) {
      const problems = await problemsOfNew(made);
      if (problems.length === 0) return made;
      if (attempt === mostProofs) {
        await revokeIdle(current, userUid);
        throw new ConfigurationProblem(
          `The token generated for API-only user ${userUid} cannot be used: ${problems.join('; ')}. It was revoked, and the present one stays in use. Give the user what is missing in Firewall Manager under Settings > User Management.`,
        );
      }
      await ports.sleep(waitBetweenProofsMilliseconds);
    }
  }

  async function promote(successor: Stored): Promise<Rotation> {
    const promoted = await versions.promote(successor.versionId, current.versionId);
    // Whose the token is that was stored meanwhile is not known here. The next run finds out, and revokes the other's.
    if (promoted === 'overtaken') return { kind: 'overtaken' };
    try {
      await revokeIdle(successor, presentUser);
    } catch (error) {
      // The rotation is done all the same: the former user is idle now, and the next run revokes what the idle has.
      if (!(error instanceof RetryLater)) throw error;
    }
    return { kind: 'rotated' };
  }
}
