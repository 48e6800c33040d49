import type { DestinationListName, OrganisationName } from '../../config/names.ts';
import type { BlockCommand, CommandBatch } from './block-command.ts';
import type { TargetList } from './worker-ports.ts';

/** One organisation's work: its lists, each with the commands for it. */
export type OrganisationWork = { list: TargetList; commands: CommandBatch }[];

/** Sorts commands by organisation and list, each in order of arrival: organisations are worked on side by side. */
export function groupByOrganisation(
  commands: readonly BlockCommand[],
  listOf: (name: DestinationListName) => TargetList,
): OrganisationWork[] {
  const byList = new Map<DestinationListName, [BlockCommand, ...BlockCommand[]]>();
  for (const command of commands) {
    const others = byList.get(command.destinationList);
    if (others) others.push(command);
    else byList.set(command.destinationList, [command]);
  }
  const byOrganisation = new Map<OrganisationName, OrganisationWork>();
  for (const [name, batch] of byList) {
    const list = listOf(name);
    const work = byOrganisation.get(list.organisation) ?? [];
    byOrganisation.set(list.organisation, work);
    work.push({ list, commands: batch });
  }
  return [...byOrganisation.values()];
}
