import { httpClient } from '#shared/cisco/http/http-client.ts';
import { networkGroupDestination } from '#shared/cisco/security-cloud-control/network-objects/network-group-destination.ts';
import { objectsClient } from '#shared/cisco/security-cloud-control/network-objects/objects-client.ts';
import { platformHttpOptions } from '#shared/cisco/security-cloud-control/platform-pace.ts';
import type { GroupToProve, GroupUsage, GroupUsages } from '#shared/firewalls/group-usage.ts';
import type { BlockEntry } from '#shared/iocs/blocking/block-destination.ts';
import type { EntryId } from '#shared/iocs/blocking/entry-id.ts';
import { type IndicatorType, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import { seededNetworkGroup } from '../../../../simulators/security-cloud-control/objects/seed-objects.ts';
import { seededOrganisation } from '../../../../simulators/security-cloud-control/seed.ts';
import { startSimulatedPlatform } from '../simulated-platform.ts';

export const groupName = 'blocked';

/** The firewalls in a test: rules by the name of the group that they use. They have what is written at once. */
export class FirewallsDouble implements GroupUsages {
  readonly rules = new Map<string, GroupUsage['rules'][number]>();
  /** The names of the groups of each look, with those that they are in. */
  readonly asked: string[][] = [];

  deny(name: string): void {
    this.rules.set(name, { description: 'rule 1', effect: { kind: 'denies' }, firewallUids: [] });
  }

  permit(name: string): void {
    const effect = { kind: 'permits', isActive: true } as const;
    this.rules.set(name, { description: 'rule 2', effect, firewallUids: [] });
  }

  async usagesOf(groups: NonEmptyArray<GroupToProve>) {
    this.asked.push(
      groups.map(({ name, memberOf }) => [name, ...memberOf.map((other) => other.name)].join(' in ')),
    );
    return new Map(
      groups.map(({ uid, name, memberOf }) => {
        const names = [name, ...memberOf.map((other) => other.name)];
        const rules = names.flatMap((used) => this.rules.get(used) ?? []);
        return [uid, { rules, pending: [], unread: [] }];
      }),
    );
  }
}

/** A simulated organisation with its network objects, and the configured group as a place to block. */
export async function startSimulatedObjects(options: { groupName?: string } = {}) {
  const { control, url, time, tokens, client: _client, ...platform } = await startSimulatedPlatform();
  control.objects.delete(seededNetworkGroup.name);
  const http = httpClient({ clock: time, sleep: time.sleep, random: () => 0 }, platformHttpOptions);
  const objects = objectsClient({
    http,
    tokens,
    baseUrl: url,
    organizationId: seededOrganisation.id,
    organisation: 'main',
  });
  const firewalls = new FirewallsDouble();
  const warnings: string[] = [];
  /** Another instance is another process, which remembers nothing. */
  const newDestination = (usages: GroupUsages = firewalls) =>
    networkGroupDestination({
      objects,
      groupName: options.groupName ?? groupName,
      usages,
      warn: (message) => warnings.push(message),
    });
  const whatWasAsked = platform.calls;
  return {
    control,
    objects,
    firewalls,
    warnings,
    tokens,
    time,
    newDestination,
    destination: newDestination(),
    /** Requests since the last call of this, without their query: `PATCH /networkGroups/{id}`. */
    calls: () =>
      whatWasAsked().map((call) =>
        call
          .replace('/domains/global/objects', '')
          .replace(/\?.*$/, '')
          .replace(/[0-9a-f]{8}-[0-9a-f-]{27}/, '{id}'),
      ),
    /** Values that stand in a group. */
    valuesIn: (name: string) => groupState(name)?.entries ?? [],
    membersOf: (name: string) => groupState(name)?.members ?? [],
    groupNames: () => control.state().networkGroups.map(({ name }) => name),
  };

  function groupState(name: string) {
    return control.state().networkGroups.find((group) => group.name === name);
  }
}

/** As many different addresses, from documentation's 2001:db8 and private 10/8. */
export function addresses(count: number, from = 0): string[] {
  return Array.from({ length: count }, (_, at) => {
    const number = from + at;
    return `10.${number >> 16}.${(number >> 8) & 255}.${number & 255}`;
  });
}

export function entriesOf(
  values: readonly string[],
  type: IndicatorType = 'ipv4',
): NonEmptyArray<BlockEntry> {
  const entries = values.map((value): BlockEntry => {
    const indicator = { type, value: indicatorValueSchema.parse(value) };
    return { indicator, comment: `case of ${value}` };
  });
  return nonEmpty(entries);
}

/** The ids of what stands there for these values. */
export async function entryIdsOf(
  destination: Awaited<ReturnType<typeof startSimulatedObjects>>['destination'],
  values: readonly string[],
): Promise<NonEmptyArray<EntryId>> {
  const { entries } = await destination.find(values.map((value) => ({ value })));
  return nonEmpty([...entries.values()].map(({ entryId }) => entryId));
}

function nonEmpty<T>(values: readonly T[]): NonEmptyArray<T> {
  if (!isNonEmpty(values)) throw new Error('a test writes and removes at least one entry');
  return values;
}

export const host = (value: string) => ({ subtype: 'host', value }) as const;

export async function collected<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const page of pages) all.push(page);
  return all;
}
