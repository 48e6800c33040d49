import type { OrganisationName, StageName } from '../../config/names.ts';

/** What the names of the keys of one deployment and organisation begin with, and those of no other. */
export type KeyNamePrefix = string & { readonly KeyNamePrefix: unique symbol };

/**
 * The AWS account and region are part of it, since two deployments of the same stage may share a Secure Access
 * organisation, and each deletes what it finds under its own prefix. A colon ends each part, as no part has one:
 * the prefix of `main` is none of `main-eu`. Hyphens become underscores: Cisco's pattern for names,
 * `^[a-zA-Z0-9:.-_+=\s]+$`, reads as a range from `.` to `_`, which has no hyphen.
 */
export function keyNamePrefix(deployment: {
  accountId: string;
  region: string;
  stage: StageName;
  organisation: OrganisationName;
}): KeyNamePrefix {
  const { accountId, region, stage, organisation } = deployment;
  const parts = ['scc-automations', accountId, region, stage, organisation];
  // The one place where a prefix is made.
  return `${parts.join(':').replaceAll('-', '_')}:` as KeyNamePrefix;
}

/** A name that no other key has: when it was made, and part of the id of the version that will hold it. */
export function newKeyName(prefix: KeyNamePrefix, now: Date, versionId: string): string {
  const time = now.toISOString().replace(/\D/g, '').slice(0, 14);
  return `${prefix}${time}:${versionId.slice(0, 8)}`;
}
