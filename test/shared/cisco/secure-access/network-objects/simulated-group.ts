import { networkObjectGroupDestination } from '#shared/cisco/secure-access/network-objects/network-object-group-destination.ts';
import type { BlockDestination, BlockEntry } from '#shared/iocs/blocking/block-destination.ts';
import type { EntryId } from '#shared/iocs/blocking/entry-id.ts';
import { type IndicatorType, indicatorValueSchema } from '#shared/iocs/indicator.ts';
import { isNonEmpty, type NonEmptyArray } from '#shared/non-empty.ts';
import { startSimulatedOrganisation } from '../simulated-organisation.ts';

export const groupName = 'blocked';

/** A simulated organisation with a network object group as a place to block, which is not there yet. */
export async function startSimulatedGroup(name: string = groupName) {
  const { client, control, calls } = await startSimulatedOrganisation();
  let seen = 0;
  const newDestination = () => networkObjectGroupDestination({ client, groupName: name });
  return {
    client,
    control,
    /** Another instance is another process, which remembers nothing. */
    newDestination,
    destination: newDestination(),
    /** Requests since the last call of this, without their query: `PUT /networkObjectGroups/{id}`. */
    calls() {
      const all = calls();
      const since = all.slice(seen);
      seen = all.length;
      return since.map((call) =>
        call
          .replace('/policies/v2', '')
          .replace('/objects', '')
          .replace(/\?.*$/, '')
          .replace(/\/\d+$/, '/{id}'),
      );
    },
    valuesIn: (group: string) =>
      control.networkObjects.state().networkObjectGroups.find((one) => one.name === group)?.values,
    /** Lets a rule use a group by its id. */
    useBy: (ruleAction: 'allow' | 'block', groupId: number, options: UseOptions = {}) => {
      const { side = 'destination', isEnabled = true, otherConditions = [] } = options;
      const attributeName = `umbrella.${side}.networkObjectGroupIds`;
      return control.addRule({
        ruleName: `${ruleAction} it`,
        ruleAction,
        ruleIsEnabled: isEnabled,
        otherConditions: [
          { attributeName, attributeOperator: 'INTERSECT', attributeValue: [groupId] },
          ...otherConditions,
        ],
      });
    },
  };
}

interface UseOptions {
  readonly side?: 'source' | 'destination';
  readonly isEnabled?: boolean;
  readonly otherConditions?: {
    attributeName: string;
    attributeOperator: 'INTERSECT' | 'AND';
    attributeValue: string | number[];
  }[];
}

export function addresses(count: number): string[] {
  return Array.from({ length: count }, (_, number) => `10.0.${number >> 8}.${number & 255}`);
}

export function entriesOf(
  values: readonly string[],
  type: IndicatorType = 'ipv4',
): NonEmptyArray<BlockEntry> {
  return nonEmpty(
    values.map((value): BlockEntry => {
      const indicator = { type, value: indicatorValueSchema.parse(value) };
      return { indicator, comment: `case of ${value}` };
    }),
  );
}

/** The ids of what stands there for these values. */
export async function entryIdsOf(
  destination: BlockDestination,
  values: readonly string[],
): Promise<NonEmptyArray<EntryId>> {
  const { entries } = await destination.find(values.map((value) => ({ value })));
  return nonEmpty([...entries.values()].map(({ entryId }) => entryId));
}

function nonEmpty<T>(values: readonly T[]): NonEmptyArray<T> {
  if (!isNonEmpty(values)) throw new Error('a test writes and removes at least one entry');
  return values;
}

export const host = (address: string) => ({ type: 'host' as const, addresses: [address] as [string] });
