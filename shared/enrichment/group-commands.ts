import type { OrganisationName } from '../config/names.ts';
import { isNonEmpty, type NonEmptyArray } from '../non-empty.ts';
import type { EnrichCommand } from './enrich-command.ts';

/** Commands for the XDR of one organisation, the urgent ones apart. */
export interface OrganisationCommands {
  readonly organisation: OrganisationName;
  /** To be handled one after the other. */
  readonly groups: readonly { readonly urgent: boolean; readonly commands: NonEmptyArray<EnrichCommand> }[];
}

/** Sorts commands by organisation, which are worked on side by side, and has the urgent ones of each go first. */
export function groupCommands(commands: readonly EnrichCommand[]): OrganisationCommands[] {
  const byOrganisation = Map.groupBy(commands, ({ organisation }) => organisation);
  return [...byOrganisation].map(([organisation, all]) => ({
    organisation,
    groups: [true, false].flatMap((urgent) => {
      const group = all.filter((command) => command.urgent === urgent);
      return isNonEmpty(group) ? [{ urgent, commands: group }] : [];
    }),
  }));
}
